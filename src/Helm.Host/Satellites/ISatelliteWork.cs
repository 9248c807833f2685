namespace Helm.Host.Satellites;

/// <summary>What the sound of a satellite is for.</summary>
internal interface ISatelliteWork : IDisposable
{
    /// <summary>Takes sound as Helm has it; any length.</summary>
    Task TakeAsync(short[] samples, CancellationToken cancellation);

    /// <summary>The sound is over.</summary>
    Task EndAsync(CancellationToken cancellation);
}
