using Helm.Operations.Investigation.Reports;

namespace Helm.Conversation.Direction.Issues;

/// <summary>What an investigation found, as it is told.</summary>
public sealed record Findings
{
    /// <summary>fault, no_fault or cannot_tell.</summary>
    public required string Verdict { get; init; }

    public required string Summary { get; init; }

    public string? Cause { get; init; }

    public required string Category { get; init; }

    public string? Component { get; init; }

    /// <summary>In percent.</summary>
    public required int ConfidencePercent { get; init; }

    /// <summary>Two facts, the strongest; all are in the report.</summary>
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
        Facts = [.. report.Evidence.Take(2)],
        RuledOut = [.. report.RuledOut.Take(3)],
        NotChecked = report.NotChecked,
        Proposals = [.. report.Proposals.Select(Clause)],
        MayMend = mayMend,
        Report = report,
    };

    private static string Clause(ProposedRemedy remedy)
    {
        var action = remedy.Action.Replace('_', ' ').Replace(" rds ", " ", StringComparison.Ordinal);
        var (from, to) = (remedy.Parameters.GetValueOrDefault("from"), remedy.Parameters.GetValueOrDefault("to"));
        return $"{action} of {remedy.Target}{(from is not null && to is not null ? $" from {from} to {to}" : "")}";
    }
}
