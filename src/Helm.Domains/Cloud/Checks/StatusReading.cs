using Helm.Domains.Cloud.Accounts;
using Helm.Operations.Monitoring;

namespace Helm.Domains.Cloud.Checks;

/// <summary>The state of a resource as its own service tells it.</summary>
/// <param name="Health">What the state means.</param>
/// <param name="Text">In plain words: "the function is Failed: …".</param>
internal sealed record StatusReading(Health Health, string Text)
{
    /// <summary>Nothing of it runs, and that is as it should be: then nothing is measured either.</summary>
    public bool Idle { get; init; }

    /// <summary>Numbers that the state brought along: max_connections, running_tasks.</summary>
    public IReadOnlyList<KeyValuePair<string, Reading>> Facts { get; init; } = [];

    public static StatusReading Healthy(string text) => new(Health.Healthy, text);

    public static StatusReading Degraded(string text) => new(Health.Degraded, text);

    public static StatusReading Unhealthy(string text) => new(Health.Unhealthy, text);

    public static StatusReading Unknown(string text) => new(Health.Unknown, text);
}

/// <summary>Asks one service for the states of its resources, in as few calls as it allows.</summary>
internal interface IStatusReader
{
    /// <summary>Sets the status of every subject. A call that fails costs only the subjects it was for.</summary>
    Task ReadAsync(CloudConnection connection, IReadOnlyList<Subject> subjects, CancellationToken cancellation);
}
