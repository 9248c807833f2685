namespace Helm.Speech.Wake;

/// <summary>Words that make Helm stop speaking without the wake phrase.</summary>
internal static class StopWords
{
    public static IReadOnlyList<string> All { get; } = ["stop", "stop talking", "cancel", "never mind"];
}
