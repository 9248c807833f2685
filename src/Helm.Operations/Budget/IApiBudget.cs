namespace Helm.Operations.Budget;

/// <summary>Keeps account of what asking the clouds costs, and slows the sweeps when the month's budget runs short.</summary>
public interface IApiBudget
{
    /// <summary>Records all calls of one pass together; an empty pass is not recorded.</summary>
    Task RecordAsync(IReadOnlyList<ApiUse> pass, CancellationToken cancellation);

    Task<BudgetState> StateAsync(CancellationToken cancellation);
}

/// <summary>Calls of one operation within one pass.</summary>
/// <param name="Service"><c>cloudwatch</c>.</param>
/// <param name="Operation"><c>GetMetricData</c>.</param>
/// <param name="Calls">How many requests were sent.</param>
/// <param name="Dollars">The estimated price of them all.</param>
public sealed record ApiUse(string Service, string Operation, long Calls, decimal Dollars);

/// <summary>What was spent and what follows from it; all amounts are estimates in dollars.</summary>
public sealed record BudgetState
{
    public decimal SpentThisMonth { get; init; }

    /// <summary>What a whole month costs at the configured intervals; null until it can be estimated.</summary>
    public decimal? ProjectedMonth { get; init; }

    /// <summary>What the latest pass cost; null before the first.</summary>
    public decimal? LatestPass { get; init; }

    /// <summary>Null when no budget is set.</summary>
    public decimal? MonthlyBudget { get; init; }

    /// <summary>By how much every interval is stretched: 1 when all is well.</summary>
    public double SweepFactor { get; init; } = 1;

    /// <summary>The month's use by operation, most expensive first.</summary>
    public IReadOnlyList<ApiUse> Uses { get; init; } = [];

    public static BudgetState Empty { get; } = new();
}
