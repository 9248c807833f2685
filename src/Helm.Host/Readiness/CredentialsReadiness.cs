using Helm.Domains.Cloud.Accounts;
using Microsoft.Extensions.Options;

namespace Helm.Host.Readiness;

/// <summary>Every environment of the cloud lets Helm in, as the account it should be.</summary>
internal sealed class CredentialsReadiness(CloudProbe probe, IOptions<CloudOptions> options, TimeProvider time) : IReadinessCheck, IDisposable
{
    /// <summary>Whoever watches Helm's readiness shall not make it ask the cloud each time.</summary>
    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _asking = new(1);
    private ReadinessState? _known;
    private long _askedAt;

    public string Name => "credentials";

    public bool Required => options.Value.Enabled;

    public async Task<ReadinessState> CheckAsync(CancellationToken cancellation)
    {
        if (!options.Value.Enabled)
        {
            return ReadinessState.Off("Helm:Cloud:Enabled is false.");
        }

        await _asking.WaitAsync(cancellation);
        try
        {
            if (_known is null || time.GetElapsedTime(_askedAt) > GoodFor)
            {
                _known = await AskAsync(cancellation);
                _askedAt = time.GetTimestamp();
            }

            return _known;
        }
        finally
        {
            _asking.Release();
        }
    }

    public void Dispose() => _asking.Dispose();

    private async Task<ReadinessState> AskAsync(CancellationToken cancellation)
    {
        var refused = (await probe.RunAsync(cancellation)).Where(finding => !finding.Ok).Select(finding => finding.Environment).ToList();
        return refused.Count == 0
            ? ReadinessState.Ready
            : ReadinessState.Unavailable($"No access to {string.Join(", ", refused)}; 'heyhelm doctor' says why.");
    }
}
