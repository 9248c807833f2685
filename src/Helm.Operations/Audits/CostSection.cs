namespace Helm.Operations.Audits;

/// <summary>What an account costs.</summary>
public sealed record CostSection
{
    /// <summary>As ISO 4217 has it.</summary>
    public string Currency { get; init; } = "USD";

    /// <summary>The first day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day.</summary>
    public required DateOnly To { get; init; }

    public required int Days { get; init; }

    /// <summary>The last days are not billed to the end yet.</summary>
    public bool Estimated { get; init; }

    public required decimal Total { get; init; }

    public required decimal AveragePerDay { get; init; }

    /// <summary>Of as many days before; null when they were not read.</summary>
    public decimal? PreviousTotal { get; init; }

    /// <summary>Against the days before.</summary>
    public decimal? ChangePercent { get; init; }

    /// <summary>The dearest first.</summary>
    public IReadOnlyList<ServiceCost> Services { get; init; } = [];

    public IReadOnlyList<CostAnomaly> Anomalies { get; init; } = [];

    /// <summary>Null when usage was not read.</summary>
    public IReadOnlyList<Saving>? Savings { get; init; }

    /// <summary>How many resources were looked at for it.</summary>
    public int ResourcesLookedAt { get; init; }
}

/// <summary>What one service of AWS costs.</summary>
public sealed record ServiceCost(string Service, decimal Total, decimal SharePercent, decimal? PreviousTotal, decimal? ChangePercent);

/// <summary>Days on which a service cost what it does not usually cost.</summary>
/// <param name="Amount">In all of these days.</param>
/// <param name="Usual">What the same days usually cost.</param>
/// <param name="Times">Amount against usual.</param>
public sealed record CostAnomaly(string Service, DateOnly From, DateOnly To, decimal Amount, decimal Usual, decimal Times);

/// <summary>A resource that is paid for and little used.</summary>
/// <param name="Kind">idle or oversized.</param>
/// <param name="Measured">What says so: <c>Invocations</c>.</param>
/// <param name="Value">Its highest value of a day, or its sum, in the time looked at.</param>
/// <param name="Unit">% or empty.</param>
public sealed record Saving(string Resource, string Type, string Kind, string Measured, decimal Value, string Unit, int Days, string Advice);

/// <summary>What was spent on one service on one day.</summary>
public sealed record DailyCost(DateOnly Day, string Service, decimal Amount);
