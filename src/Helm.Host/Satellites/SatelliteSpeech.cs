using System.Text.Json.Nodes;
using Helm.Speech.Synthesis;
using Helm.Speech.Wyoming;

namespace Helm.Host.Satellites;

/// <summary>Says a text to a satellite.</summary>
internal static class SatelliteSpeech
{
    public static async Task SpeakAsync(WyomingWire wire, ISynthesizer voice, string text, CancellationToken cancellation)
    {
        var format = new JsonObject { ["rate"] = voice.SampleRate, ["width"] = sizeof(short), ["channels"] = 1 };
        await wire.WriteAsync(WyomingEvent.Of("audio-start", format), cancellation);
        await foreach (var chunk in voice.SpeakAsync(text, cancellation))
        {
            await wire.WriteAsync(WyomingEvent.Sound(chunk), cancellation);
        }

        await wire.WriteAsync(WyomingEvent.SoundEnds(), cancellation);
    }
}
