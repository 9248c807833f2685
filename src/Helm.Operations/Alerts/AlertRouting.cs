using Helm.Operations.Expressions;
using Helm.Operations.Issues;
using Helm.Operations.Monitoring;
using Microsoft.Extensions.Options;

namespace Helm.Operations.Alerts;

/// <summary>Who is to be told of an issue, by the rules, its error budget and its deployment.</summary>
public sealed class AlertRouting
{
    /// <summary>What is told where nothing else is configured: what is grave, and a machine or a container that comes to its end.</summary>
    private static readonly string[] Usual =
    [
        $"severity == '{Severity.Critical}'",
        $"severity == '{Severity.High}'",
        "(resource.type == 'ec2' OR resource.type == 'host' OR resource.type == 'ecs' OR resource.type == 'ecs-service' OR resource.type == 'container')"
            + " AND (impact.slo_metric == 'cpu_utilization' OR impact.slo_metric == 'memory_utilization' OR impact.slo_metric == 'disk_utilization')",
    ];

    private readonly AlertingOptions _options;
    private readonly List<(Condition Condition, IReadOnlyList<string> Channels)> _rules;
    private readonly BurnRates _burnRates;
    private readonly IDeploymentReader _deployments;

    public AlertRouting(IOptions<AlertingOptions> options, BurnRates burnRates, IDeploymentReader deployments)
    {
        _options = options.Value;
        _rules = [.. RulesOf(_options)];
        (_burnRates, _deployments) = (burnRates, deployments);
    }

    /// <summary>What is known of the issue, and the destinations that want it.</summary>
    public async Task<(IssueFacts Facts, IReadOnlyList<string> Destinations)> RouteAsync(Issue issue, DateTimeOffset now, CancellationToken cancellation)
    {
        var burnRate = await _burnRates.OfAsync(issue, now, cancellation);
        var facts = new IssueFacts(issue, now) { BurnRate = burnRate };
        var named = _rules.Where(rule => rule.Condition.Holds(facts.Find)).SelectMany(rule => rule.Channels).ToList();
        if (burnRate is not null && _options.AlertOnBurnRates)
        {
            named.AddRange(_options.Channels);
        }

        if (named.Count > 0)
        {
            named.AddRange(await OfDeploymentAsync(issue, cancellation));
        }

        return (facts, [.. named.Distinct().Where(_options.Destinations.ContainsKey)]);
    }

    private static IEnumerable<(Condition, IReadOnlyList<string>)> RulesOf(AlertingOptions options) => options.Rules.Count > 0
        ? options.Rules.Select(rule => (
            Condition.Parse(rule.Condition, IssueFacts.Names),
            (IReadOnlyList<string>)[.. rule.Channels.Count > 0 ? rule.Channels : options.Channels]))
        : (options.AlertOn.Count > 0 ? options.AlertOn.Select(severity => $"severity == '{severity}'") : Usual).Select(condition => (
            Condition.Parse(condition, IssueFacts.Names), (IReadOnlyList<string>)[.. options.Channels]));

    /// <summary>A deployment may want to be told of at more places.</summary>
    private async Task<IReadOnlyList<string>> OfDeploymentAsync(Issue issue, CancellationToken cancellation) =>
        issue.Resource.DeploymentId is { } id
            ? (await _deployments.ListAsync(cancellation)).FirstOrDefault(one => one.Id == id)?.Monitoring.AlertChannels ?? []
            : [];
}
