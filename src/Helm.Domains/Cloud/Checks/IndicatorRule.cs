using Helm.Domains.Cloud.Accounts;
using Helm.Operations.Monitoring;

namespace Helm.Domains.Cloud.Checks;

/// <summary>One indicator: what it is made of, and how it is judged.</summary>
internal sealed record IndicatorRule(string Name, string Unit, Formula Formula)
{
    /// <summary>Null where the number is only shown.</summary>
    public Func<Expectations, Readings, decimal?>? Target { get; init; }

    public TargetKind Kind { get; init; } = TargetKind.AtMost;

    /// <summary>True for a promise, false for a sign of trouble.</summary>
    public bool Slo { get; init; }

    /// <summary>A value this bad or worse is not degraded but unhealthy.</summary>
    public decimal? UnhealthyAt { get; init; }

    /// <summary>True where the target is an error budget, which can be spent too fast.</summary>
    public bool Budget { get; init; }

    public string? Affected { get; init; }

    public string? Total { get; init; }

    public static Func<Expectations, Readings, decimal?> FromSlo(string type, string name) =>
        (expectations, _) => expectations.Slo(type, name);

    public static Func<Expectations, Readings, decimal?> FromThreshold(string type, string name) =>
        (expectations, _) => expectations.Threshold(type, name);
}
