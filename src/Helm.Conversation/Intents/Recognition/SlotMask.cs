using System.Buffers;
using Helm.Conversation.Intents.Patterns;

namespace Helm.Conversation.Intents.Recognition;

/// <summary>Puts the kind in the place of names and times, so that what is learned of one name holds for all.</summary>
internal static class SlotMask
{
    private static readonly string[] Masked =
        [SlotKinds.IssueId, SlotKinds.Resource, SlotKinds.Environment, SlotKinds.Duration, SlotKinds.TimeRange];

    /// <summary>Of a network; one is learned from like all others.</summary>
    private const string Address = "slotaddress";

    private static readonly SearchValues<char> OfAddresses = SearchValues.Create("0123456789./");

    public static bool Masks(string kind) => Masked.Contains(kind);

    /// <summary>A word that no language has.</summary>
    public static string Word(string kind) => "slot" + kind.Replace("_", "", StringComparison.Ordinal);

    public static string Apply(IReadOnlyList<string> words, Lattice lattice) =>
        string.Join(' ', Pieces(words, lattice).Select(piece => piece.Text));

    public static List<Piece> Pieces(IReadOnlyList<string> words, Lattice lattice) => Pieces(words, lattice, Masks);

    /// <param name="isSlot">Which kinds are masked.</param>
    public static List<Piece> Pieces(IReadOnlyList<string> words, Lattice lattice, Func<string, bool> isSlot)
    {
        var pieces = new List<Piece>();
        for (var at = 0; at < words.Count; at = pieces[^1].End)
        {
            pieces.Add(Longest(lattice, at, isSlot) is { } edge
                ? new Piece(Word(SlotKinds.Name(edge.Symbol)), at, edge.End, SlotKinds.Name(edge.Symbol))
                : new Piece(IsAddress(words[at]) ? Address : words[at], at, at + 1));
        }

        return pieces;
    }

    private static bool IsAddress(string word) =>
        word.Length > 6 && word.AsSpan().Count('.') == 3 && !word.AsSpan().ContainsAnyExcept(OfAddresses);

    /// <summary>A word as it stands, or the mask of those from the first to before the last.</summary>
    /// <param name="Kind">Of what is masked.</param>
    internal readonly record struct Piece(string Text, int Start, int End, string? Kind = null);

    private static Edge? Longest(Lattice lattice, int place, Func<string, bool> isSlot)
    {
        Edge? longest = null;
        foreach (var edge in lattice.From(place))
        {
            if (edge.Value is not null && isSlot(SlotKinds.Name(edge.Symbol)) && edge.End > (longest?.End ?? place))
            {
                longest = edge;
            }
        }

        return longest;
    }
}
