using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Helm.Speech.Audio;

namespace Helm.Speech.Wyoming;

/// <summary>One event of the Wyoming protocol: a type, data and, with sound, a payload.</summary>
public sealed record WyomingEvent(string Type, JsonObject Data, ReadOnlyMemory<byte> Payload)
{
    public static WyomingEvent Of(string type, JsonObject? data = null) => new(type, data ?? [], default);

    /// <summary>Sound as Helm has it: 16 kHz, one channel, 16 bits.</summary>
    /// <param name="at">Since the sound began; left out where nobody asks.</param>
    public static WyomingEvent Sound(ReadOnlySpan<byte> samples, TimeSpan? at = null)
    {
        var data = Format();
        if (at is { } time)
        {
            data["timestamp"] = (long)time.TotalMilliseconds;
        }

        return new WyomingEvent("audio-chunk", data, samples.ToArray());
    }

    public static WyomingEvent Sound(ReadOnlySpan<short> samples) => Sound(MemoryMarshal.AsBytes(samples));

    public static WyomingEvent SoundBegins() => Of("audio-start", Format());

    public static WyomingEvent SoundEnds() => Of("audio-stop");

    /// <summary>Null when it is not there or no text: what comes from elsewhere may be anything.</summary>
    public string? Text(string name) =>
        Data.TryGetPropertyValue(name, out var value) && value is JsonValue text && text.GetValueKind() == JsonValueKind.String ? text.GetValue<string>() : null;

    /// <summary>Null when it is not there or no whole number.</summary>
    public long? Number(string name) =>
        Data.TryGetPropertyValue(name, out var value) && value is JsonValue number && number.GetValueKind() == JsonValueKind.Number
        && number.TryGetValue<double>(out var figure) && Math.Abs(figure) < long.MaxValue
            ? (long)figure
            : null;

    public IEnumerable<string> Texts(string name) =>
        Data.TryGetPropertyValue(name, out var value) && value is JsonArray texts
            ? texts.OfType<JsonValue>().Where(text => text.GetValueKind() == JsonValueKind.String).Select(text => text.GetValue<string>())
            : [];

    private static JsonObject Format() => new() { ["rate"] = SpeechFormat.SampleRate, ["width"] = sizeof(short), ["channels"] = 1 };
}
