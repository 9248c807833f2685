namespace Helm.Speech.Sessions;

/// <summary>Words that make Helm stop speaking without the wake phrase.</summary>
internal static class Stopping
{
    private static readonly HashSet<string> Words = ["stop", "stop talking", "cancel", "never mind"];

    public static bool Means(string words) => Words.Contains(words);
}
