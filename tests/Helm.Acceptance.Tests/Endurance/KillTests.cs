using Helm.Acceptance.Tests.Drivers;
using Helm.Storage.Tests;

namespace Helm.Acceptance.Tests.Endurance;

/// <summary>kill -9 in the middle of health passes loses nothing and doubles nothing.</summary>
public sealed class KillTests(PostgreSqlCluster cluster)
{
    private static readonly string[] Scenarios = ["db-connections", "ecs-below-desired", "cache-hit-falling", "latency-after-deploy"];

    private static int MostKills => 3 * Kills;

    private static int Kills => Environment.GetEnvironmentVariable("HELM_SOAK") is null ? 4 : 60;

    [Theory]
    [InlineData("Sqlite", 20261)]
    [InlineData("PostgreSql", 20262)]
    public async Task What_was_visible_before_a_kill_is_there_after_it(string database, int seed)
    {
        Assert.SkipWhen(database == "PostgreSql" && !cluster.IsInstalled, "PostgreSQL is not installed");
        await using var company = await PracticeCompany.StartAsync(Scenarios[0]);
        using var folder = new HelmFolder(company, database == "PostgreSql" ? await cluster.CreateDatabaseAsync() : null);
        await using var trial = await KillTrial.BeginAsync(company, folder, seed);
        var interrupted = 0;
        // On a busy machine several kills in a row may fall between two checks.
        for (var kill = 0; kill < Kills || (interrupted == 0 && kill < MostKills); kill++)
        {
            if (kill > 0 && kill < Scenarios.Length)
            {
                await company.BeginAsync(Scenarios[kill]);
            }

            interrupted += await trial.KillAndRestartAsync();
        }

        Assert.True(interrupted > 0, "No kill met a check under way, so this has shown nothing.");
        await trial.EndAsync();
        Assert.Empty(await company.MutationsAsync());
    }
}
