using System.Text.Json.Nodes;
using Helm.Speech.Transcription;
using Helm.Speech.Wyoming;

namespace Helm.Host.Satellites;

/// <summary>Turns what a satellite sends into text; what was not understood is no text.</summary>
internal sealed class SatelliteTranscription(WyomingWire wire, ITranscription sentence) : ISatelliteWork
{
    public Task TakeAsync(short[] samples, CancellationToken cancellation)
    {
        sentence.Push(samples);
        return Task.CompletedTask;
    }

    public async Task EndAsync(CancellationToken cancellation)
    {
        var heard = await sentence.EndAsync(cancellation);
        var text = heard.Verdict is Verdict.Accepted or Verdict.DidYouMean ? heard.Words : "";
        await wire.WriteAsync(WyomingEvent.Of("transcript", new JsonObject { ["text"] = text, ["language"] = "en" }), cancellation);
    }

    public void Dispose() => sentence.Dispose();
}
