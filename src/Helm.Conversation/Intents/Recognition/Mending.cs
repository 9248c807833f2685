using Helm.Conversation.Intents.Patterns;

namespace Helm.Conversation.Intents.Recognition;

/// <summary>An utterance with words that no request has replaced by those that sound or look like them, and one has.</summary>
internal static class Mending
{
    /// <summary>Of leaving a word as it stands that no request has; a name is put in its place rather than a word of the same cost.</summary>
    private const int StrangeCost = 150;

    private const int CostUnit = 10;

    /// <summary>Null where there is nothing to put right.</summary>
    /// <param name="isKnown">Whether requests have this word, or other talk.</param>
    public static List<SlotMask.Piece>? Pieces(Heard heard, Lattice lattice, Func<string, bool> isKnown)
    {
        var words = heard.Text.Tokens.Words;
        var costs = new int[words.Count + 1];
        var steps = new (SlotMask.Piece Piece, bool Changed)[words.Count];
        for (var at = words.Count - 1; at >= 0; at--)
        {
            costs[at] = costs[at + 1] + (isKnown(words[at]) ? 0 : StrangeCost);
            steps[at] = (new SlotMask.Piece(words[at], at, at + 1), false);
            foreach (var edge in lattice.From(at))
            {
                var mask = edge.Value is not null && SlotMask.Masks(SlotKinds.Name(edge.Symbol));
                var cost = (CostUnit * edge.Cost) + costs[edge.End] - (mask ? edge.End - at : 0);
                if (cost < costs[at] && Text(edge, mask, heard) is { } text && (mask || isKnown(text)))
                {
                    (costs[at], steps[at]) = (cost, (new SlotMask.Piece(text, at, edge.End), edge.Cost > 0));
                }
            }
        }

        return Path(steps);
    }

    /// <summary>A value that is not masked stays as it was said.</summary>
    private static string? Text(Edge edge, bool mask, Heard heard) =>
        mask ? SlotMask.Word(SlotKinds.Name(edge.Symbol)) : edge.Value is null ? heard.Index.Lexicon.Word(edge.Symbol) : null;

    private static List<SlotMask.Piece>? Path((SlotMask.Piece Piece, bool Changed)[] steps)
    {
        var (pieces, changed) = (new List<SlotMask.Piece>(), false);
        for (var at = 0; at < steps.Length; at = pieces[^1].End)
        {
            pieces.Add(steps[at].Piece);
            changed |= steps[at].Changed;
        }

        return changed ? pieces : null;
    }
}
