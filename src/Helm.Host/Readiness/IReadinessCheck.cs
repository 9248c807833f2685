namespace Helm.Host.Readiness;

/// <summary>Finds out whether one thing that Helm needs is there.</summary>
internal interface IReadinessCheck
{
    string Name { get; }

    /// <summary>False for what Helm can do without.</summary>
    bool Required { get; }

    /// <summary>May throw; that is "unavailable" with the message as reason.</summary>
    Task<ReadinessState> CheckAsync(CancellationToken cancellation);
}

/// <summary>How one needed thing is.</summary>
/// <param name="State"><c>ready</c>, <c>unavailable</c> or <c>off</c>.</param>
internal sealed record ReadinessState(string State, string? Reason = null)
{
    public const string ReadyState = "ready";

    public static ReadinessState Ready { get; } = new(ReadyState);

    public static ReadinessState Unavailable(string reason) => new("unavailable", reason);

    public static ReadinessState Off(string reason) => new("off", reason);
}
