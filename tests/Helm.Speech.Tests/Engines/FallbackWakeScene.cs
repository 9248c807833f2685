using Helm.Speech.Engines;
using Helm.Speech.Wake;

namespace Helm.Speech.Tests.Engines;

/// <summary>An engine with another that wakes at every third frame.</summary>
internal sealed class FallbackWakeScene(IWakeEngine first, List<EngineTrouble> told) : IDisposable
{
    private readonly FallbackWake _engine =
        new(new EngineRoster<IWakeEngine>([first, new WakeAfter("local", frames: 3, fails: false)], TimeProvider.System, told.Add));

    public async Task<bool> WakesAsync(CancellationToken cancellation)
    {
        using var listener = _engine.Listen();
        for (var frame = 0; frame < 6_000; frame++)
        {
            if (listener.Push(new short[320]) is not null)
            {
                return true;
            }

            await Task.Delay(5, cancellation);
        }

        return false;
    }

    public void Dispose() => _engine.Dispose();
}
