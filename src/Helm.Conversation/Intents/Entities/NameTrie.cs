using Helm.Conversation.Intents.Patterns;

namespace Helm.Conversation.Intents.Entities;

/// <summary>The names of everything that is known, word by word.</summary>
internal sealed class NameTrie(Lexicon lexicon)
{
    private readonly Dictionary<(int Node, int Word), int> _next = [];
    private readonly Dictionary<int, List<NameReading>> _readings = [];
    private readonly List<(string Form, NameReading Reading)> _forms = [];
    private int _nodes = 1;

    public void Add(string form, NameReading reading)
    {
        var node = 0;
        foreach (var word in form.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var key = (node, lexicon.Learn(word));
            if (!_next.TryGetValue(key, out node))
            {
                _next[key] = node = _nodes++;
            }
        }

        if (!_readings.TryGetValue(node, out var readings))
        {
            _readings[node] = readings = [];
        }

        if (node > 0 && !readings.Any(known => known.Symbol == reading.Symbol && Equals(known.Value, reading.Value)))
        {
            readings.Add(reading);
            _forms.Add((form, reading));
        }
    }

    /// <summary>The names of one kind that lead to something.</summary>
    public IEnumerable<string> FormsOf(int symbol) => Spoken(symbol).Where(entry => entry.Reading.Value is not Missing).Select(entry => entry.Form).Distinct();

    /// <summary>The names of one kind, those of things that are not there too: who does not know them hears others in their place.</summary>
    public IEnumerable<string> SaidOf(int symbol) => Spoken(symbol).Select(entry => entry.Form).Distinct();

    private IEnumerable<(string Form, NameReading Reading)> Spoken(int symbol) =>
        _forms.Where(entry => entry.Reading.Symbol == symbol && entry.Reading.Spoken);

    /// <summary>0 when no name goes on like this.</summary>
    public int Step(int node, int word) => _next.GetValueOrDefault((node, word));

    public IReadOnlyList<NameReading> At(int node) => _readings.TryGetValue(node, out var readings) ? readings : [];
}

/// <summary>What a name may mean.</summary>
/// <param name="Value">A string, or the resources it may be.</param>
/// <param name="Spoken">False for a way of writing only.</param>
internal sealed record NameReading(int Symbol, object Value, int Cost, bool Spoken = true);

/// <summary>A word of the language that names nothing that exists here, such as "staging" where there is none.</summary>
internal sealed record Missing(string Words);

/// <summary>Several resources answer to one name.</summary>
internal sealed record ResourceChoice(IReadOnlyList<ResourceName> Options)
{
    public bool Equals(ResourceChoice? other) => other is not null && Options.SequenceEqual(other.Options);

    public override int GetHashCode() => Options.Count > 0 ? Options[0].GetHashCode() : 0;
}
