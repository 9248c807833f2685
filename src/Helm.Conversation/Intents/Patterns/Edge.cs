using System.Runtime.InteropServices;

namespace Helm.Conversation.Intents.Patterns;

/// <summary>Words from one place to another that can be read as a word of a pattern or as a value.</summary>
/// <param name="Symbol">See <see cref="Lexicon"/> and <see cref="SlotKinds"/>.</param>
/// <param name="Value">Null for a word of a pattern.</param>
/// <param name="Cost">0 when the words say exactly this.</param>
internal readonly record struct Edge(int Start, int End, int Symbol, object? Value, int Cost);

/// <summary>A word that is not known, and one that is and that it nearly is.</summary>
/// <param name="Word">The number of the one that is known.</param>
/// <param name="Times">How many letters are wrong.</param>
internal readonly record struct Slip(int Place, int Word, int Times);

/// <summary>All readings of an utterance, by the place where they start.</summary>
internal sealed class Lattice
{
    private readonly List<Edge>?[] _from;
    private readonly Lattice? _known;
    private readonly Action<Lattice, int>? _add;

    public Lattice(int length) => _from = new List<Edge>[length + 1];

    /// <summary>The readings of another and more, which are found when a place is asked for: most never are.</summary>
    public Lattice(Lattice known, Action<Lattice, int> add)
    {
        _from = new List<Edge>?[known._from.Length];
        (_known, _add) = (known, add);
    }

    public int Length => _from.Length - 1;

    /// <summary>What its words that are not known are near to; null until that is looked for.</summary>
    public IReadOnlyList<Slip>? Slips { get; set; }

    /// <summary>How many readings have been added.</summary>
    public int Count { get; private set; }

    public IReadOnlyList<Edge> From(int place) => (IReadOnlyList<Edge>?)Edges(place) ?? [];

    /// <summary>As <see cref="From"/>, to be gone through quickly.</summary>
    public ReadOnlySpan<Edge> At(int place) => CollectionsMarshal.AsSpan(Edges(place));

    public void Add(Edge edge)
    {
        (_from[edge.Start] ??= []).Add(edge);
        Count++;
    }

    private List<Edge>? Edges(int place)
    {
        if (_add is not null && _from[place] is null && place < Length)
        {
            _from[place] = [.. _known!.At(place)];
            _add(this, place);
        }

        return _from[place];
    }
}
