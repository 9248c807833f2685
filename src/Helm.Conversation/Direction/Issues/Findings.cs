using System.Text.RegularExpressions;
using Helm.Operations.Investigation.Reports;

namespace Helm.Conversation.Direction.Issues;

/// <summary>What an investigation found, as it is told.</summary>
public sealed partial record Findings
{
    /// <summary>fault, no_fault or cannot_tell.</summary>
    public required string Verdict { get; init; }

    public required string Summary { get; init; }

    public string? Cause { get; init; }

    public required string Category { get; init; }

    public string? Component { get; init; }

    /// <summary>In percent.</summary>
    public required int ConfidencePercent { get; init; }

    /// <summary>Two facts, the strongest that were measured; what logs say is in the report and is not spoken.</summary>
    public required IReadOnlyList<string> Facts { get; init; }

    public required IReadOnlyList<string> RuledOut { get; init; }

    public required IReadOnlyList<string> NotChecked { get; init; }

    /// <summary>What would mend it, as clauses.</summary>
    public required IReadOnlyList<string> Proposals { get; init; }

    /// <summary>Whether Helm may be told to do it.</summary>
    public required bool MayMend { get; init; }

    public required IncidentReport Report { get; init; }

    internal static Findings Of(IncidentReport report, bool mayMend) => new()
    {
        Verdict = report.Verdict,
        Summary = report.Summary,
        Cause = report.RootCause,
        Category = report.Category,
        Component = report.Component,
        ConfidencePercent = (int)Math.Round(report.Confidence * 100),
        Facts = [.. report.Findings.Where(finding => report.Evidence.Contains(finding.Text) && !finding.Signal.StartsWith("log:", StringComparison.Ordinal))
            .OrderBy(finding => report.Evidence.ToList().IndexOf(finding.Text)).Select(finding => Spaced(finding.Text)).Distinct().Take(2)],
        RuledOut = [.. report.RuledOut.Take(3)],
        NotChecked = report.NotChecked,
        Proposals = [.. report.Proposals.Select(Clause)],
        MayMend = mayMend,
        Report = report,
    };

    /// <summary>CPUUtilization and mem_used_percent are CPU Utilization and mem used percent to the ear.</summary>
    private static string Spaced(string text) => WordBoundary().Replace(text, " ");

    [GeneratedRegex("(?<=[a-z])(?=[A-Z][a-z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[a-z0-9])_(?=[a-z0-9])")]
    private static partial Regex WordBoundary();

    private static readonly Dictionary<string, string> Clauses = new(StringComparer.Ordinal)
    {
        ["increase_rds_max_connections"] = "raise the connection limit of",
        ["restart_lambda"] = "restart",
        ["restart_ecs_service"] = "restart",
        ["rollback_lambda"] = "roll back",
        ["rollback_ecs_service"] = "roll back",
        ["scale_ecs_service"] = "add tasks to",
        ["scale_lambda_concurrency"] = "raise the concurrency of",
        ["clear_cache"] = "clear the cache of",
    };

    private static string Clause(ProposedRemedy remedy)
    {
        var action = Clauses.GetValueOrDefault(remedy.Action, remedy.Action.Replace('_', ' '));
        var (from, to) = (remedy.Parameters.GetValueOrDefault("from"), remedy.Parameters.GetValueOrDefault("to"));
        return $"{action} {remedy.Target}{(from is not null && to is not null ? $" from {from} to {to}" : "")}";
    }
}
