namespace Helm.Speech.Sphinx;

/// <summary>The sounds of American English as the acoustic model names them (ARPAbet).</summary>
internal static class Sounds
{
    private static readonly HashSet<string> Known =
    [
        "AA", "AE", "AH", "AO", "AW", "AY", "B", "CH", "D", "DH", "EH", "ER", "EY", "F", "G", "HH", "IH", "IY", "JH",
        "K", "L", "M", "N", "NG", "OW", "OY", "P", "R", "S", "SH", "T", "TH", "UH", "UW", "V", "W", "Y", "Z", "ZH",
    ];

    public static bool AreAllKnown(string sounds) => sounds.Split(' ').All(Known.Contains);

    /// <summary>How many sounds must be changed, added or removed to make one the other.</summary>
    public static int Distance(ReadOnlySpan<string> one, ReadOnlySpan<string> other)
    {
        Span<int> row = stackalloc int[other.Length + 1];
        for (var j = 0; j <= other.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var changed = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[other.Length];
    }
}
