using System.Text.Json;
using Helm.Speech.Transcription;

namespace Helm.Speech.Azure;

/// <summary>What the service made of a stretch of sound: <c>speech.phrase</c> in the detailed format.</summary>
/// <param name="Status">Success, NoMatch, InitialSilenceTimeout, BabbleTimeout, Error, EndOfDictation, TooManyRequests …</param>
/// <param name="Best">Ways to hear it, the likeliest first.</param>
internal sealed record AzurePhrase(string Status, IReadOnlyList<OpenHypothesis> Best)
{
    /// <summary>Null when it is not in the form of the protocol.</summary>
    public static AzurePhrase? Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var phrase = document.RootElement;
            return Text(phrase, "RecognitionStatus") is not { } status ? null
                : new AzurePhrase(status, phrase.TryGetProperty("NBest", out var best) && best.ValueKind == JsonValueKind.Array
                    ? [.. best.EnumerateArray().Select(Hypothesis).OfType<OpenHypothesis>().OrderByDescending(way => way.Confidence)]
                    : Text(phrase, "DisplayText") is { } display ? [new OpenHypothesis(display, null)] : []);
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The words so far: <c>speech.hypothesis</c>.</summary>
    public static string? Partial(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Text(document.RootElement, "Text");
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    // The lexical form has every word as it was said: "infra zero zero one".
    private static OpenHypothesis? Hypothesis(JsonElement way) =>
        (Text(way, "Lexical") ?? Text(way, "Display")) is not { } words ? null
        : new OpenHypothesis(words, way.TryGetProperty("Confidence", out var confidence) && confidence.ValueKind == JsonValueKind.Number ? confidence.GetDouble() : null);

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
