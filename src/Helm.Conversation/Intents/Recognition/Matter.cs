using Helm.Conversation.Intents.Packs;
using Helm.Conversation.Intents.Patterns;

namespace Helm.Conversation.Intents.Recognition;

/// <summary>Tells whether a sentence is surely about what runs here, so that a word more or less may stay unread.</summary>
internal sealed class Matter(WordLists lists)
{
    private static readonly int[] Names =
    [
        .. new[] { SlotKinds.Resource, SlotKinds.Environment, SlotKinds.Domain, SlotKinds.IssueId, SlotKinds.Metric }.Select(SlotKinds.Symbol),
    ];

    private readonly HashSet<string> _elsewhere = [.. lists.Elsewhere, .. lists.Everyday];
    private readonly HashSet<string> _everydayNames = [.. lists.EverydayNames];
    private readonly string[][] _asking = [.. lists.Asking.Select(words => words.Split(' '))];

    /// <summary>It begins as a question about what somebody did: "who restarted redis".</summary>
    public bool IsAsked(Heard heard)
    {
        var said = heard.Text.Tokens;
        foreach (var words in _asking)
        {
            if (words[0] == said.Words[0] && words.SequenceEqual(said.Words.Take(words.Length)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>It names something of ours that is no everyday word, and nothing of another matter.</summary>
    public bool IsOurs(Heard heard, Lattice lattice)
    {
        var words = heard.Text.Tokens;
        for (var place = 0; place < lattice.Length; place++)
        {
            foreach (ref readonly var edge in lattice.At(place))
            {
                if (edge.Value is not (null or Entities.Missing) && edge.Cost < Entities.LatticeBuilder.SoundCost
                    && Names.Contains(edge.Symbol) && !_everydayNames.Contains(words.Span(edge.Start, edge.End)))
                {
                    return !words.Words.Any(_elsewhere.Contains);
                }
            }
        }

        return false;
    }
}
