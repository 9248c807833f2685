namespace Helm.Conversation.Intents.Patterns;

/// <summary>Words from one place to another that can be read as a word of a pattern or as a value.</summary>
/// <param name="Symbol">See <see cref="Lexicon"/> and <see cref="SlotKinds"/>.</param>
/// <param name="Value">Null for a word of a pattern.</param>
/// <param name="Cost">0 when the words say exactly this.</param>
internal readonly record struct Edge(int Start, int End, int Symbol, object? Value, int Cost);

/// <summary>All readings of an utterance, by the place where they start.</summary>
internal sealed class Lattice(int length)
{
    private readonly List<Edge>[] _from = [.. Enumerable.Range(0, length + 1).Select(_ => new List<Edge>())];

    public int Length => length;

    public IReadOnlyList<Edge> From(int place) => _from[place];

    public void Add(Edge edge) => _from[edge.Start].Add(edge);
}
