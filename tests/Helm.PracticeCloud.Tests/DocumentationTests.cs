using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Helm.PracticeCloud.Tests.Driver;

namespace Helm.PracticeCloud.Tests;

/// <summary>What docs/practice-cloud.md says is so.</summary>
public sealed partial class DocumentationTests
{
    [Fact]
    public async Task The_example_scenario_starts_and_its_calls_clear_it()
    {
        var example = Example().Match(await PageAsync()).Groups["json"].Value;
        await using var cloud = await CloudDriver.StartAsync(options => options with { Resolution = TimeSpan.FromSeconds(10) });
        await cloud.ControlAsync(HttpMethod.Post, "/scenarios", example);
        Assert.InRange((await ErrorsAsync(cloud))[0], 0.2, 0.3);
        await cloud.RestAsync(HttpMethod.Put, "/2015-03-31/functions/worker/configuration", new { MemorySize = 2048 });
        await cloud.RestAsync(HttpMethod.Post, "/2015-03-31/functions/worker/versions", new { }, status: 201);
        cloud.Time.Pass(TimeSpan.FromSeconds(30));
        Assert.Equal([0], await ErrorsAsync(cloud));
    }

    [Fact]
    public async Task The_keys_and_scenarios_are_those_of_the_page()
    {
        var page = await PageAsync();
        await using var server = await PracticeCloudServer.StartAsync(new PracticeCloudOptions { Port = 0 }, TestContext.Current.CancellationToken);
        Assert.All(server.Accounts, account =>
            Assert.Contains($"| {account.Environment} | {account.AccountId} | `{account.AccessKeyId}` | `{account.SecretAccessKey}` |", page));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "assets", "scenarios")))
        {
            Assert.Contains($"`{Path.GetFileNameWithoutExtension(file)}`", page);
        }
    }

    private static Task<IReadOnlyList<double>> ErrorsAsync(CloudDriver cloud) =>
        cloud.LambdaAsync("worker", "Errors", "Average", 10, cloud.Now, TimeSpan.FromSeconds(10));

    private static Task<string> PageAsync([CallerFilePath] string here = "") =>
        File.ReadAllTextAsync(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "docs", "practice-cloud.md"), TestContext.Current.CancellationToken);

    [GeneratedRegex("```json\n(?<json>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
