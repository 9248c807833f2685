namespace Helm.Operations.Remediation.Policy;

/// <summary>The switches that stop changes at once; kept in the database, so that every host sees them.</summary>
public interface ISwitchboard
{
    Task<SwitchState> CurrentAsync(CancellationToken cancellation);

    /// <summary>All that are in force or will be.</summary>
    Task<IReadOnlyList<AutomationStop>> ListAsync(CancellationToken cancellation);

    Task SetAsync(AutomationStop stop, CancellationToken cancellation);

    /// <summary>Ends all stops of a kind; says how many.</summary>
    Task<int> LiftAsync(StopKind kind, CancellationToken cancellation);
}

/// <summary>A stop of changes.</summary>
/// <param name="Until">Null until it is lifted.</param>
public sealed record AutomationStop(StopKind Kind, DateTimeOffset From, DateTimeOffset? Until, string SetBy, string? Reason)
{
    public bool IsInForce(DateTimeOffset now) => From <= now && (Until is null || now < Until);

    /// <summary>In a sentence.</summary>
    public string Told
    {
        get
        {
            var until = Until is { } end ? FormattableString.Invariant($" until {end.UtcDateTime:yyyy-MM-dd HH:mm} UTC") : "";
            return (Kind == StopKind.Freeze ? $"Changes are frozen{until}" : $"Automation is stopped{until}") + (Reason is null ? "." : $": {Reason}.");
        }
    }
}

/// <summary>What is stopped.</summary>
public enum StopKind
{
    /// <summary>What Helm does by itself.</summary>
    Automation,

    /// <summary>Every change, whoever allowed it.</summary>
    Freeze,
}

/// <summary>The stops in force now.</summary>
public sealed record SwitchState(AutomationStop? Automation, AutomationStop? Freeze)
{
    /// <summary>What stops such a plan; null when nothing does.</summary>
    public AutomationStop? For(bool byItself) => Freeze ?? (byItself ? Automation : null);
}
