using Helm.Conversation.Intents.Packs;
using Helm.Conversation.Intents.Patterns;

namespace Helm.Conversation.Intents.Entities;

/// <summary>A vocabulary together with the names of the language pack, ready for look-up. Made once for each vocabulary.</summary>
internal sealed class VocabularyIndex
{
    /// <summary>Prefer a name that exists over a word for a kind of thing.</summary>
    private const int TypeCost = 2;
    private const int MissingCost = 5;

    private readonly LanguagePack _pack;
    private readonly Lazy<Sounds> _sounds;

    public VocabularyIndex(LanguagePack pack, Lexicon table, Vocabulary vocabulary)
    {
        _pack = pack;
        Vocabulary = vocabulary;
        Lexicon = new Lexicon(table);
        Names = new NameTrie(Lexicon);
        AddFixed();
        AddNamed(SlotKinds.Environment, vocabulary.Environments);
        AddNamed(SlotKinds.Domain, vocabulary.Domains);
        AddNamed(SlotKinds.Metric, vocabulary.Metrics);
        AddResources();
        foreach (var head in pack.Words.Heads)
        {
            Names.Add(head, new NameReading(SlotKinds.Symbol(SlotKinds.Head), head, 0));
        }

        IssueIds = new IssueIds(vocabulary.Issues, Groups("issue_prefix").SelectMany(group => Forms(group).Select(form => (form, group.Canonical))));
        foreach (var word in Numbers.Words.Concat(Durations.Words).Concat(IssueIds.Prefixes).Concat(TimeRanges.Names.SelectMany(name => name.Split(' '))))
        {
            Lexicon.Learn(word);
        }

        Spelling = new Spelling(Lexicon.Words);
        _sounds = new Lazy<Sounds>(() => new Sounds(Lexicon.Words));
    }

    public Vocabulary Vocabulary { get; }

    public Lexicon Lexicon { get; }

    public NameTrie Names { get; }

    public IssueIds IssueIds { get; }

    public Spelling Spelling { get; }

    public Sounds Sounds => _sounds.Value;

    private IEnumerable<NameGroup> Groups(string kind) => _pack.Names.Where(group => group.Kind == kind);

    private static IEnumerable<string> Forms(NameGroup group) => group.Forms.Append(Words(group.Canonical)).Distinct();

    /// <summary>As it would be spoken: "api-lambda" is two words.</summary>
    public static string Words(string name) =>
        string.Join(' ', name.ToLowerInvariant().Split([' ', '-', '_', '.', '/', ':'], StringSplitOptions.RemoveEmptyEntries));

    private void Add(string form, string kind, object value, int cost = 0)
    {
        var reading = new NameReading(SlotKinds.Symbol(kind), value, cost);
        Names.Add(form, reading);
        if (form.Length > 7 && form.Contains(' ', StringComparison.Ordinal))
        {
            Names.Add(form.Replace(" ", "", StringComparison.Ordinal), reading with { Cost = cost + 1, Spoken = false });
        }
    }

    /// <summary>Values that no inventory changes.</summary>
    private void AddFixed()
    {
        string[] kinds =
        [
            SlotKinds.Severity, SlotKinds.AuditType, SlotKinds.Format, SlotKinds.LogLevel, SlotKinds.Target,
            SlotKinds.Action, SlotKinds.Mode,
        ];
        foreach (var group in _pack.Names.Where(group => kinds.Contains(group.Kind)))
        {
            foreach (var form in Forms(group))
            {
                Add(form, group.Kind, group.Canonical);
            }
        }

        foreach (var group in Groups("typed_format"))
        {
            Names.Add(group.Canonical, new NameReading(SlotKinds.Symbol(SlotKinds.Format), group.Canonical, 0, Spoken: false));
        }
    }

    private void AddNamed(string kind, IReadOnlyList<Name> names)
    {
        foreach (var name in names)
        {
            foreach (var form in name.Aliases.Append(name.Canonical).Select(Words))
            {
                Add(form, kind, name.Canonical);
            }
        }

        foreach (var group in Groups(kind))
        {
            var forms = Forms(group).ToHashSet();
            var known = names.FirstOrDefault(name => name.Aliases.Append(name.Canonical).Select(Words).Any(forms.Contains));
            foreach (var form in forms)
            {
                AddForm(kind, form, known?.Canonical ?? (names.Count == 0 ? group.Canonical : null));
            }
        }
    }

    /// <summary>A word for an environment that does not exist is understood as one, and asked back.</summary>
    private void AddForm(string kind, string form, string? value)
    {
        if (value is not null)
        {
            Add(form, kind, value);
        }
        else
        {
            Add(form, kind, new Missing(form), MissingCost);
        }
    }

    private void AddResources()
    {
        var environments = Groups(SlotKinds.Environment).SelectMany(Forms).ToHashSet();
        var byForm = Vocabulary.Resources
            .SelectMany(resource => ResourceForms.Of(resource.Canonical, environments, _pack.Words.Suffixes).Select(form => (form.Form, form.Cost, resource)))
            .GroupBy(entry => (entry.Form, entry.Cost))
            .ToList();
        foreach (var group in byForm)
        {
            Add(group.Key.Form, SlotKinds.Resource, Choice(group.Select(entry => entry.resource)), group.Key.Cost);
        }

        foreach (var group in Groups(SlotKinds.Resource))
        {
            // A name that systems have and this one has not is understood as a name, and told to be none of its.
            var known = byForm.Where(entry => entry.Key.Form == Words(group.Canonical)).MinBy(entry => entry.Key.Cost);
            object value = known is null ? new Missing(group.Canonical) : Choice(known.Select(entry => entry.resource));
            foreach (var form in Forms(group))
            {
                Add(form, SlotKinds.Resource, value, known?.Key.Cost ?? MissingCost);
            }
        }

        AddTypes();
    }

    /// <summary>"The lambda", where that is no name: the resources of that type.</summary>
    private void AddTypes()
    {
        foreach (var group in Groups("type"))
        {
            var forms = Forms(group).ToList();
            var ofType = Vocabulary.Resources
                .Where(resource => resource.Type is { } type && forms.Any(form => Words(type).Contains(form, StringComparison.Ordinal)))
                .ToList();
            object value = Vocabulary.Resources.Count == 0 ? group.Canonical : ofType.Count > 0 ? Choice(ofType) : new Missing(group.Canonical);
            foreach (var form in forms)
            {
                Add(form, SlotKinds.Resource, value, value is Missing ? MissingCost : TypeCost);
            }
        }
    }

    private static ResourceChoice Choice(IEnumerable<ResourceName> resources) => new([.. resources]);
}
