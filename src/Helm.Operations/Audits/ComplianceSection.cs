namespace Helm.Operations.Audits;

/// <summary>Which rules an account keeps, by AWS Config.</summary>
public sealed record ComplianceSection
{
    public required int RulesTotal { get; init; }

    public required int Compliant { get; init; }

    public required int NonCompliant { get; init; }

    /// <summary>Nothing was there to be judged.</summary>
    public required int WithoutData { get; init; }

    /// <summary>Of the rules that have data; null when none has.</summary>
    public required decimal? Percent { get; init; }

    /// <summary>Resources that break a rule, each counted once for each rule.</summary>
    public required int Violations { get; init; }

    public IReadOnlyList<BrokenRule> Broken { get; init; } = [];

    public static ComplianceSection Of(int compliant, int withoutData, IReadOnlyList<BrokenRule> broken) => new()
    {
        RulesTotal = compliant + withoutData + broken.Count,
        Compliant = compliant,
        NonCompliant = broken.Count,
        WithoutData = withoutData,
        Percent = compliant + broken.Count == 0 ? null : Math.Round(100m * compliant / (compliant + broken.Count), 1, MidpointRounding.AwayFromZero),
        Violations = broken.Sum(rule => rule.Total),
        Broken = [.. broken.OrderByDescending(rule => rule.Total).ThenBy(rule => rule.Rule, StringComparer.Ordinal)],
    };
}

/// <summary>A rule and what breaks it.</summary>
/// <param name="Total">How many resources; those that are named may be fewer.</param>
public sealed record BrokenRule(string Rule, int Total, IReadOnlyList<Violation> Resources);

/// <summary>A resource that breaks a rule.</summary>
/// <param name="Reason">In AWS Config's words; null where it gives none.</param>
public sealed record Violation(string Type, string Resource, string? Reason);
