namespace Helm.Operations.Investigation.Signals;

/// <summary>One thing that speaks for something, found in the evidence.</summary>
/// <param name="Component">Where it was seen.</param>
/// <param name="Name"><c>latency.up</c>, <c>connections.high</c>, <c>log:timeout</c>, <c>change:deployment</c>.</param>
/// <param name="Strength">0 to 1.</param>
/// <param name="Since">When it began.</param>
/// <param name="Text">As a sentence without a full stop, for people.</param>
/// <param name="Query">The question whose answer shows it.</param>
public sealed record Signal(string Component, string Name, double Strength, DateTimeOffset Since, string Text, string Query)
{
    /// <summary>Users notice it; other signals only explain.</summary>
    public bool Harm { get; init; }

    /// <summary>It came on slowly.</summary>
    public bool Gradual { get; init; }

    /// <summary>Another component that the lines name.</summary>
    public IReadOnlyList<string> Mentions { get; init; } = [];
}
