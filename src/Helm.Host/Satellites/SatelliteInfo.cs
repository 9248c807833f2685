using System.Text.Json.Nodes;
using Helm.Speech.Wyoming;

namespace Helm.Host.Satellites;

/// <summary>What Helm says that it can do: hear commands, speak, and wake.</summary>
internal static class SatelliteInfo
{
    /// <summary>Names have no blanks: <c>hey_helm</c>.</summary>
    public static string WakeName(string phrase) => phrase.Replace(' ', '_');

    public static WyomingEvent Of(string phrase)
    {
        var wake = Artifact(WakeName(phrase), $"Wakes at \"{phrase}\"");
        wake["phrase"] = phrase;
        var voice = Artifact("helm", "The voice that is configured");
        voice["speakers"] = null;
        return WyomingEvent.Of("info", new JsonObject
        {
            ["asr"] = Program("models", Artifact("helm", "Commands to Helm in English")),
            ["tts"] = Program("voices", voice),
            ["wake"] = Program("models", wake),
            ["handle"] = new JsonArray(),
            ["intent"] = new JsonArray(),
            ["mic"] = new JsonArray(),
            ["snd"] = new JsonArray(),
        });
    }

    private static JsonArray Program(string offers, JsonObject artifact)
    {
        var program = Artifact("helm", "Helm, the operations assistant");
        program.Remove("languages");
        program[offers] = new JsonArray(artifact);
        return [program];
    }

    private static JsonObject Artifact(string name, string description) => new()
    {
        ["name"] = name,
        ["attribution"] = new JsonObject { ["name"] = "Helm", ["url"] = "" },
        ["installed"] = true,
        ["description"] = description,
        ["version"] = "1.0",
        ["languages"] = new JsonArray("en"),
    };
}
