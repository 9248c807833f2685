namespace Helm.Operations.Monitoring;

/// <summary>Knows something that slows or stops the watching.</summary>
public interface INoticeSource
{
    /// <summary>In plain words, whole sentences; empty when all is well.</summary>
    Task<IReadOnlyList<string>> NoticesAsync(CancellationToken cancellation);
}
