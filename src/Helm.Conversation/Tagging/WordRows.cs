namespace Helm.Conversation.Tagging;

/// <summary>For each word of a sentence the rows of weights that its features read.</summary>
/// <param name="rows">Those of all words, one word after the other.</param>
/// <param name="ends">Where those of each word end.</param>
internal sealed class WordRows(int[] rows, int[] ends)
{
    public int Words => ends.Length;

    public ReadOnlySpan<int> At(int word) => rows.AsSpan((word == 0 ? 0 : ends[word - 1])..ends[word]);
}
