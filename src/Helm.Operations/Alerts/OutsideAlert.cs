namespace Helm.Operations.Alerts;

/// <summary>An alert of another system, such as Prometheus Alertmanager.</summary>
/// <param name="Fingerprint">What makes two of them the same; together with <paramref name="StartsAt"/> it names one occurrence.</param>
/// <param name="EndsAt">Null while it fires.</param>
public sealed record OutsideAlert(
    string Fingerprint, DateTimeOffset StartsAt, DateTimeOffset? EndsAt, IReadOnlyDictionary<string, string> Labels, string? Summary);

/// <summary>Keeps the alerts of other systems, and makes issues of them.</summary>
public interface IOutsideAlerts
{
    /// <summary>Keeps a batch; when this returns it is committed. What is known already changes nothing.</summary>
    Task TakeInAsync(IReadOnlyCollection<OutsideAlert> alerts, CancellationToken cancellation);

    Task<int> CountAsync(CancellationToken cancellation);

    /// <summary>Opens and resolves issues for what has changed; says how many alerts it dealt with.</summary>
    Task<int> DigestAsync(Func<OutsideAlert, OutsideFinding> understand, CancellationToken cancellation);
}

/// <summary>What an alert of another system is about.</summary>
public sealed record OutsideFinding(
    string Environment, string Domain, string ResourceType, string Resource, string Indicator, string Severity, string? Note);
