namespace Helm.Speech.Engines;

/// <summary>Engines as the configuration lists them, the preferred one first: <c>azure, espeak-ng</c>.</summary>
/// <remarks>A line of text and not an array, because the configuration adds arrays to their defaults instead of replacing them.</remarks>
internal static class EngineNames
{
    public static IReadOnlyList<string> Of(string listed) =>
        listed.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
