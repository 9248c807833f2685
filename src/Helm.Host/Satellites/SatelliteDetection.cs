using System.Text.Json.Nodes;
using Helm.Speech.Audio;
using Helm.Speech.Wake;
using Helm.Speech.Wyoming;

namespace Helm.Host.Satellites;

/// <summary>Listens for the wake phrase in what a satellite sends.</summary>
internal sealed class SatelliteDetection(WyomingWire wire, IWakeListener listener, string name) : ISatelliteWork
{
    private readonly List<short> _pending = [];
    private long _heard;
    private bool _isDetected;

    public async Task TakeAsync(short[] samples, CancellationToken cancellation)
    {
        _pending.AddRange(samples);
        while (_pending.Count >= SpeechFormat.FrameSamples)
        {
            var frame = _pending.GetRange(0, SpeechFormat.FrameSamples).ToArray();
            _pending.RemoveRange(0, frame.Length);
            _heard += frame.Length;
            if (listener.Push(frame) is not null)
            {
                _isDetected = true;
                await wire.WriteAsync(
                    WyomingEvent.Of("detection", new JsonObject { ["name"] = name, ["timestamp"] = (long)SpeechFormat.DurationOf(_heard).TotalMilliseconds }), cancellation);
            }
        }
    }

    public Task EndAsync(CancellationToken cancellation) =>
        _isDetected ? Task.CompletedTask : wire.WriteAsync(WyomingEvent.Of("not-detected"), cancellation);

    public void Dispose() => listener.Dispose();
}
