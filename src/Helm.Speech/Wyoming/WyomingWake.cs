using Helm.Speech.Engines;
using Helm.Speech.Wake;

namespace Helm.Speech.Wyoming;

/// <summary>Wakes by a Wyoming server, such as openWakeWord; each source of sound has a connection of its own.</summary>
internal sealed class WyomingWake(WyomingTalk talk) : IWakeEngine
{
    private readonly RememberedHealth _health = talk.Health();

    public string Name => WyomingTalk.EngineName;

    public Task<EngineHealth> CheckAsync(CancellationToken cancellation) => _health.CheckAsync(cancellation);

    public IWakeListener Listen() => new WyomingWakeListener(talk);

    public void Dispose()
    {
        // A connection lasts as long as its listener.
    }
}
