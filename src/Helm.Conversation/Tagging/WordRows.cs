using System.Runtime.CompilerServices;

namespace Helm.Conversation.Tagging;

/// <summary>For each word of a sentence the rows of weights that its features read.</summary>
/// <param name="rows">Those of all words, one word after the other.</param>
/// <param name="ends">Where those of each word end.</param>
internal sealed class WordRows(int[] rows, int[] ends)
{
    public int Words => ends.Length;

    public ReadOnlySpan<int> At(int word) => rows.AsSpan((word == 0 ? 0 : ends[word - 1])..ends[word]);

    /// <summary>Without this share of them, drawn by lot.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public WordRows Without(float share, Random lots)
    {
        if (share == 0)
        {
            return this;
        }

        var (kept, keptEnds, length) = (new int[rows.Length], new int[ends.Length], 0);
        for (var word = 0; word < ends.Length; word++)
        {
            foreach (var row in At(word))
            {
                kept[length] = row;
                length += lots.NextSingle() < share ? 0 : 1;
            }

            keptEnds[word] = length;
        }

        return new WordRows(kept, keptEnds);
    }
}
