using System.Text.Json.Nodes;
using Helm.Acceptance.Tests.Drivers;
using Helm.Storage.Tests;

namespace Helm.Acceptance.Tests.Mending;

/// <summary>kill -9 in the middle of mends: nothing is sent twice, nothing forgotten, and the journal tells the truth.</summary>
public sealed class KilledMendTests(PostgreSqlCluster cluster)
{
    private static readonly (string Target, string Action, string Operation)[] Mends =
    [
        ("api-lambda", "restart", "lambda:UpdateFunctionConfiguration"), ("web", "restart", "ecs:UpdateService"),
        ("orders-db", "increase_capacity", "rds:ModifyDBParameterGroup"), ("cdn", "clear_cache", "cloudfront:CreateInvalidation"),
    ];

    private static bool IsSoak => Environment.GetEnvironmentVariable("HELM_SOAK") is not null;

    /// <summary>Of each database; <c>HELM_SOAK=1</c> is a hundred, <c>HELM_SOAK=20</c> is twenty.</summary>
    private static int Kills => int.TryParse(Environment.GetEnvironmentVariable("HELM_SOAK"), out var number) && number > 1 ? number : IsSoak ? 100 : 3;

    [Theory]
    [InlineData("Sqlite", 20263)]
    [InlineData("PostgreSql", 20264)]
    public async Task A_mend_that_is_killed_is_done_or_told_and_never_sent_twice(string database, int seed)
    {
        Assert.SkipWhen(database == "PostgreSql" && !cluster.IsInstalled, "PostgreSQL is not installed");
        var random = new Random(seed + Kills);
        await using var company = await MendingHelm.CompanyAsync();
        using var folder = MendingHelm.Folder(company, database == "PostgreSql" ? await cluster.CreateDatabaseAsync() : null);
        folder.Settings["Helm:Remediation:ApplyWithin"] = "30s";
        var helm = await HelmProcess.StartAsync(folder);
        try
        {
            await Patience.UntilAsync("a report of every deployment", helm.Api.ReportsAsync, reports => reports.Count == 6);
            await company.SpoilAsync(new { kind = "latency", delay_ms = 200, rate = 0.5, seed });
            for (var kill = 0; kill < Kills; kill++)
            {
                var (target, action, operation) = Mends[kill % Mends.Length];
                var before = await CountAsync(company, operation);
                var id = await BeginAsync(helm, target, action, 150 + kill);
                await Task.Delay(random.Next(0, 1500), Patience.Stop);
                await helm.KillAsync();
                await helm.DisposeAsync();
                helm = await HelmProcess.StartAsync(folder);
                var plan = await Patience.UntilAsync(
                    $"{id} is over", () => helm.Api.GetAsync("api/plans/" + id), one => one["ended_at"] is not null, one => one.ToJsonString());
                Tell(plan, await CountAsync(company, operation) - before);
                if (IsSoak)
                {
                    // A run of an hour shows that it goes on.
                    await Console.Error.WriteLineAsync($"{database}: kill {kill + 1} of {Kills}, {action} of {target} {plan["status"]}, sent {await CountAsync(company, operation) - before} times");
                }
            }

            Assert.True((await helm.Api.GetAsync("api/action-log/verification"))["whole"]!.GetValue<bool>());
        }
        finally
        {
            await helm.DisposeAsync();
        }
    }

    private static async Task<int> CountAsync(PracticeCompany company, string operation) =>
        (await company.MutationsAsync()).Count(one => one == operation);

    /// <param name="count">What a capacity is raised to: another each time, and never above what the database takes.</param>
    private static async Task<string> BeginAsync(HelmProcess helm, string target, string action, int count)
    {
        var (_, asked) = await helm.Api.PostAsync(
            "api/actions", new JsonObject { ["action"] = action, ["target"] = target, ["environment"] = "production", ["count"] = action == "increase_capacity" ? count : null }.ToJsonString());
        Assert.True(asked["status"]!.GetValue<string>() == "pending_approval", asked.ToJsonString());
        var plan = await helm.Api.GetAsync("api/plans/" + asked["approval_id"]!.GetValue<string>());
        var decision = new JsonObject { ["plan_hash"] = plan["plan_hash"]!.GetValue<string>(), ["challenge"] = plan["challenge"]!.GetValue<string>() };
        var (status, body) = await helm.Api.PostAsync($"api/plans/{plan["plan_id"]}/approve", decision.ToJsonString());
        Assert.True(status == System.Net.HttpStatusCode.OK, body.ToJsonString());
        return plan["plan_id"]!.GetValue<string>();
    }

    /// <summary>What the plan says is what the cloud saw.</summary>
    private static void Tell(JsonNode plan, int sent)
    {
        var said = plan.ToJsonString();
        Assert.True(sent <= 1, $"Sent {sent} times: {said}");
        var result = plan["actions_taken"]!.AsArray() is [{ } only] ? only["result"]!.GetValue<string>() : "NOT_DONE";
        switch (plan["status"]!.GetValue<string>())
        {
            case "succeeded":
                Assert.True(sent == 1 && result == "SUCCESS", said);
                break;
            case "failed":
                Assert.True(sent == 0 && result == "NOT_DONE", said);
                break;
            default:
                Assert.True(plan["status"]!.GetValue<string>() == "unknown" && result == "UNKNOWN", said);
                break;
        }
    }
}
