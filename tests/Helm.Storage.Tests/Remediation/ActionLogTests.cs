using Helm.Operations.Remediation.Records;
using Helm.Storage.Database;
using Microsoft.EntityFrameworkCore;

namespace Helm.Storage.Tests.Remediation;

public sealed class ActionLogTests(PostgreSqlCluster cluster) : RemediationTests(cluster)
{
    public static TheoryData<string, string> Tampering => new()
    {
        { "UPDATE action_log SET event = replace(event, 'api-lambda', 'checkout') WHERE number = 3", "Entry 3 was changed" },
        { "UPDATE action_log SET at = '2020-01-01 00:00:00' WHERE number = 2", "Entry 2 was changed" },
        { "DELETE FROM action_log WHERE number = 2", "Entry 2 is missing" },
        { "DELETE FROM action_log WHERE number = (SELECT max(number) FROM action_log)", "missing at the end" },
        { "UPDATE action_log SET number = 9000 + (5 - number) WHERE number IN (2, 3); UPDATE action_log SET number = number - 9000 WHERE number > 9000", "Entry 2" },
    };

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Everything_about_a_mend_is_logged_and_the_log_proves_to_be_whole(Provider provider)
    {
        var helm = await DeployedAsync(provider);
        await ApprovedAsync(helm);
        await PassAsync(helm, TimeSpan.FromMinutes(2));

        var entries = await helm.Get<IActionLog>().ReadAsync(0, 100, Cancellation);

        Assert.Equal(["proposed", "approved", "attempted", "outcome", "verified"], entries.Select(entry => entry.Event.Kind));
        Assert.Null((await helm.Get<LogVerification>().VerifyAsync(Cancellation)).Fault);
    }

    [Theory]
    [MemberData(nameof(Tampering))]
    public async Task What_was_changed_removed_or_moved_is_found(string sql, string fault)
    {
        var helm = await DeployedAsync(Provider.Sqlite);
        await ApprovedAsync(helm);
        await PassAsync(helm, TimeSpan.FromMinutes(2));
        await using (var db = helm.Get<DbSource>().Open())
        {
            await db.Database.ExecuteSqlRawAsync(sql, Cancellation);
        }

        var found = await helm.Get<LogVerification>().VerifyAsync(Cancellation);

        Assert.Contains(fault, found.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_run_log_follows_an_entry_a_line_and_is_inert()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("helm-log-").FullName, "memory", "run_log.md");
        Set("Helm:Remediation:RunLog", file);
        var helm = await DeployedAsync(Provider.Sqlite);
        await ApprovedAsync(helm);
        var log = helm.Get<Operations.Remediation.Running.RunLog>();
        await log.CatchUpAsync(Cancellation);
        await PassAsync(helm, TimeSpan.FromMinutes(2));
        await log.CatchUpAsync(Cancellation);
        await log.CatchUpAsync(Cancellation);

        var lines = (await File.ReadAllLinesAsync(file, Cancellation)).Where(line => line.StartsWith("- ", StringComparison.Ordinal)).ToArray();
        var entries = await helm.Get<IActionLog>().ReadAsync(0, 100, Cancellation);

        Assert.Equal(entries.Select(entry => entry.Hash), lines.Select(line => line[^65..^1]));
        Directory.Delete(Path.GetDirectoryName(Path.GetDirectoryName(file))!, recursive: true);
    }
}
