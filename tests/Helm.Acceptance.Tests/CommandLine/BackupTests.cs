using System.Runtime.CompilerServices;
using Helm.Acceptance.Tests.Drivers;
using Helm.Storage.Backup;
using Microsoft.Data.Sqlite;

namespace Helm.Acceptance.Tests.CommandLine;

/// <summary><c>heyhelm backup</c> and <c>restore</c>, beside a Helm that runs and one that does not.</summary>
public sealed class BackupTests
{
    [Fact]
    public async Task A_copy_is_made_while_Helm_runs_and_put_back_only_when_it_does_not()
    {
        await using var company = await PracticeCompany.StartAsync();
        using var folder = new HelmFolder(company);
        var settings = folder.WriteSettings();
        string[] backup = ["backup", folder.In("copy.db"), "--config", settings];
        string[] restore = ["restore", folder.In("copy.db"), "--config", settings];
        await using (var helm = await HelmProcess.StartAsync(folder))
        {
            await Patience.UntilAsync("a first report", helm.Api.ReportsAsync, reports => reports.Count > 0);
            Assert.Equal(0, (await HeyHelm.RunAsync(folder.Path, backup)).Code);
            Assert.Equal([folder.In("copy.db")], Directory.GetFiles(folder.Path, "copy.db*"));
            var again = await HeyHelm.RunAsync(folder.Path, backup);
            Assert.True(again.Code == 1 && again.Errors.Contains("--force", StringComparison.Ordinal), again.ToString());
            var busy = await HeyHelm.RunAsync(folder.Path, restore);
            Assert.True(busy.Code == 1 && busy.Errors.Contains("Stop it first", StringComparison.Ordinal), busy.ToString());
        }

        Execute(folder.In("helm.db"), "DELETE FROM health_reports");
        var restored = await HeyHelm.RunAsync(folder.Path, restore);

        Assert.True(restored.Code == 0, restored.ToString());
        Assert.NotEqual(0L, Execute(folder.In("helm.db"), "SELECT COUNT(*) FROM health_reports"));
        var kept = Assert.Single(Directory.GetFiles(folder.Path, "helm.db.before-restore-*"));
        Assert.Equal(0L, Execute(kept, "SELECT COUNT(*) FROM health_reports"));
    }

    [Fact]
    public async Task What_is_no_record_is_refused_and_changes_nothing()
    {
        using var folder = new WorkFolder();
        var settings = folder.Write("settings.json", """{"Helm:Storage:Path":"helm.db"}""");
        folder.Write("helm.db", "what was there");
        foreach (var (content, said) in new[] { ("no database", "no record of Helm's"), ("", "no record of Helm's") })
        {
            var refused = await HeyHelm.RunAsync(folder.Path, ["restore", folder.Write("bad.db", content), "--config", settings]);
            Assert.True(refused.Code == 1 && refused.Errors.Contains(said, StringComparison.Ordinal), refused.ToString());
        }

        Assert.Equal("what was there", await File.ReadAllTextAsync(folder.In("helm.db"), TestContext.Current.CancellationToken));
    }

    private static object? Execute(string database, string sql)
    {
        // The storage's module prepares SQLite where its packages are not those that EF Core asks for.
        RuntimeHelpers.RunModuleConstructor(typeof(SqliteBackup).Module.ModuleHandle);
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
