namespace Helm.Operations.Budget;

/// <summary>What watching may cost; section <c>Helm:Budget</c>.</summary>
public sealed class BudgetOptions
{
    /// <summary>Dollars a month for calls to cloud APIs; 0 for no limit.</summary>
    public decimal MonthlyDollars { get; set; }

    /// <summary>The most that intervals are stretched when the budget runs short: 48 turns 5 minutes into 4 hours.</summary>
    public double MaxSweepFactor { get; set; } = 48;
}
