using System.Text.Json;
using System.Xml;
using Helm.Domains.Tests.Cloud;
using Helm.Operations.Investigation;
using Helm.Operations.Investigation.Evidence;
using Helm.Operations.Investigation.Reports;
using Helm.Operations.Monitoring;
using Microsoft.Extensions.Options;
using NSubstitute;

namespace Helm.Domains.Tests.Evidence;

/// <summary>Starts a scenario in a practice cloud and investigates it over the wire.</summary>
internal static class ScenarioInvestigation
{
    private static readonly Reasoning Reasoning = new();

    /// <summary>The report; made again of the stored evidence it is the same.</summary>
    public static async Task<IncidentReport> RunAsync(string scenario, string alerted)
    {
        await using var practice = await Practice.StartAsync();
        await practice.Door.ScenarioAsync(scenario);
        var now = TimeProvider.System.GetUtcNow();

        var bundle = await Collector(practice).CollectAsync(
            new() { Environment = "prod", Component = alerted, Since = now - StartedAgo(scenario) }, now, _ => { }, TestContext.Current.CancellationToken);
        var report = Reasoning.Analyst.Report(bundle);

        Assert.Equal(BundleJson.Write(report), BundleJson.Write(Reasoning.Analyst.Report(BundleJson.ReadBundle(BundleJson.WriteCompact(bundle)))));
        return report;
    }

    private static EvidenceCollector Collector(Practice practice)
    {
        var deployments = Substitute.For<IDeploymentReader>();
        IReadOnlyList<Deployment> company = [.. Deployments.OfCompany("infrastructure"), .. Deployments.OfCompany("application")];
        deployments.ListAsync(Arg.Any<CancellationToken>()).Returns(company);
        return new(practice.EvidenceSources, deployments, Reasoning, Options.Create(new InvestigationOptions()));
    }

    private static TimeSpan StartedAgo(string scenario)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Assets.Folder, "scenarios", scenario + ".json")));
        return XmlConvert.ToTimeSpan(document.RootElement.GetProperty("started_ago").GetString()!);
    }
}
