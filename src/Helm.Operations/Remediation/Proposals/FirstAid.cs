using System.Text.RegularExpressions;
using Helm.Operations.Investigation;
using Helm.Operations.Issues;
using Helm.Operations.Remediation.Plans;
using Helm.Operations.Remediation.Remedies;

namespace Helm.Operations.Remediation.Proposals;

/// <summary>Which remedies an issue calls for: those that an investigation named, else the first aid of a table.</summary>
public sealed class FirstAid(RemedyCatalogue catalogue, TargetFinder targets, IIssueReader issues, CauseRecord causes)
{
    /// <summary>By type of resource and the beginning of its indicator; the first that fits. An empty list: nothing quick helps.</summary>
    private static readonly (string Type, string Indicator, string[] Actions)[] Table =
    [
        ("lambda", "throttles", ["scale_lambda_concurrency"]),
        ("lambda", "", ["restart_lambda"]),
        ("rds", "connection", ["increase_rds_max_connections"]),
        ("rds", "status", ["reboot_rds"]),
        ("ecs", "cpu", ["scale_ecs_service"]),
        ("ecs", "memory", ["scale_ecs_service"]),
        ("ecs", "", ["restart_ecs_service"]),
        ("cloudfront", "cache_hit", ["clear_cache"]),
    ];

    public async Task<IReadOnlyList<FirstAidStep>> ForAsync(Issue issue, CancellationToken cancellation)
    {
        var around = await targets.AroundAsync(issue, cancellation);
        if (issue.Remediation.ImmediateActions is { Count: > 0 } named)
        {
            return await InvestigatedAsync(issue, named, around, cancellation)
                ?? [.. named.Select(action => new FirstAidStep(action.Action, TargetOf(action, around, issue), action.To)).Distinct()];
        }

        var own = around[0];
        var indicator = issue.Impact.SloMetric ?? "status";
        var actions = Table.FirstOrDefault(row => own.Type.Contains(row.Type, StringComparison.Ordinal) && indicator.StartsWith(row.Indicator, StringComparison.Ordinal)).Actions ?? [];
        var steps = actions.Select(action => new FirstAidStep(action, own, null));
        return [.. await ExhaustedDatabasesAsync(issue, around, cancellation), .. steps];
    }

    /// <summary>Each with the target that the investigation gave it; null when another investigation has been made since.</summary>
    private async Task<IReadOnlyList<FirstAidStep>?> InvestigatedAsync(
        Issue issue, IReadOnlyList<RemediationAction> named, IReadOnlyList<ActionTarget> around, CancellationToken cancellation)
    {
        var proposals = (await causes.LatestAsync(issue.IssueId, cancellation))?.Proposals ?? [];
        var targets = proposals.Select(one => around.FirstOrDefault(target => target.Name == one.Target && catalogue.Find(one.Action, target.Type) is not null)).ToArray();
        return proposals.Select(one => one.Action).SequenceEqual(named.Select(one => one.Action)) && targets.All(target => target is not null)
            ? [.. named.Select((action, place) => new FirstAidStep(action.Action, targets[place], action.To)).Distinct()]
            : null;
    }

    /// <summary>A function that fails while its database has no connections left needs both: first the room, then fresh instances.</summary>
    private async Task<IEnumerable<FirstAidStep>> ExhaustedDatabasesAsync(Issue issue, IReadOnlyList<ActionTarget> around, CancellationToken cancellation)
    {
        if (!issue.Resource.Type.Contains("lambda", StringComparison.Ordinal))
        {
            return [];
        }

        var open = await issues.ListAsync(new() { Environment = issue.Environment, Top = 200 }, cancellation);
        return from other in open
               where other.Resource.Type.Contains("rds", StringComparison.Ordinal) && other.Impact.SloMetric?.StartsWith("connection", StringComparison.Ordinal) == true
               from target in around
               where (target.Type, target.Name) == (other.Resource.Type, other.Resource.Name)
               select new FirstAidStep("increase_rds_max_connections", target, null);
    }

    /// <summary>What the cause names; else the issue's own resource where the remedy mends it; else what the evidence names, or the only one there is.</summary>
    private ActionTarget? TargetOf(RemediationAction action, IReadOnlyList<ActionTarget> around, Issue issue)
    {
        var fitting = around.Where(target => catalogue.Find(action.Action, target.Type) is not null).ToArray();
        var evidence = string.Join('\n', issue.RootCause.Evidence);
        return fitting.FirstOrDefault(target => Names(issue.RootCause.Cause ?? "", target))
            ?? fitting.FirstOrDefault(target => target == around[0])
            ?? fitting.FirstOrDefault(target => Names(evidence, target))
            ?? fitting.FirstOrDefault();
    }

    private static bool Names(string text, ActionTarget target) =>
        Regex.IsMatch(text, $@"(?<![\w-]){Regex.Escape(target.Name)}(?![\w-])", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1));
}

/// <summary>One remedy for one thing.</summary>
/// <param name="Target">Null when there is nothing that the remedy fits.</param>
public sealed record FirstAidStep(string Action, ActionTarget? Target, decimal? To);
