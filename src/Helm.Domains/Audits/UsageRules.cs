namespace Helm.Domains.Audits;

/// <summary>When a resource is idle or oversized, as a table.</summary>
/// <remarks>
/// Looked at are the days of two weeks, each by its highest minute, so that one busy hour is enough to be left in peace. Below
/// thirty percent at the very highest, half the size would never have gone above sixty.
/// </remarks>
internal static class UsageRules
{
    private const string Idle = "idle";
    private const string Oversized = "oversized";
    private const decimal HalfWouldDo = 30;

    public static IReadOnlyList<UsageRule> All { get; } =
    [
        new("lambda", Idle, "Invocations", "Sum", 0, "", "Nobody called it: delete it, or end what is provisioned for it.") { SilenceIsZero = true },
        new("rds", Idle, "DatabaseConnections", "Maximum", 0, "", "Nobody connected: take a last snapshot, then stop or delete it."),
        new("rds", Oversized, "CPUUtilization", "Maximum", HalfWouldDo, "%", "The next smaller instance class would do, if its memory does too."),
        new("ecs", Oversized, "CPUUtilization", "Maximum", HalfWouldDo, "%", "Half the CPU of each task, or half the tasks, would do."),
        new("ecs", Oversized, "MemoryUtilization", "Maximum", HalfWouldDo, "%", "Half the memory of each task would do."),
        new("elasticache", Idle, "CurrConnections", "Maximum", 0, "", "Nobody connected: take a backup, then delete it."),
        new("elasticache", Oversized, "DatabaseMemoryUsagePercentage", "Maximum", HalfWouldDo, "%", "The next smaller node type would do."),
        new("cloudfront", Idle, "Requests", "Sum", 0, "", "Nobody asked it for anything: switch it off.") { SilenceIsZero = true },
    ];
}

/// <summary>One row of <see cref="UsageRules"/>.</summary>
/// <param name="Most">Idle at most at this, oversized below it.</param>
internal sealed record UsageRule(string Type, string Kind, string Metric, string Statistic, decimal Most, string Unit, string Advice)
{
    /// <summary>A count that is only published when there is something to count.</summary>
    public bool SilenceIsZero { get; init; }

    public bool Holds(decimal value) => Most == 0 ? value == 0 : value < Most;
}
