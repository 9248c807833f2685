namespace Helm.Conversation.Dialogs;

/// <summary>A card's templates, compiled.</summary>
internal sealed class CardWording(CardFile file, Templates templates)
{
    private readonly Func<object, string> _title = templates.Compile(file.Title);
    private readonly Func<object, string> _subtitle = templates.Compile(file.Subtitle);
    private readonly Func<object, string> _tone = templates.Compile(file.Tone);
    private readonly List<Section> _sections = [.. file.Sections.Select(section => new Section(section, templates))];
    private readonly List<(string? Each, Func<object, string> Title, Func<object, string> Says)> _actions =
        [.. file.Actions.Select(action => (action.Each, templates.Compile(action.Title), templates.Compile(action.Says)))];

    public Card Fill(Dictionary<string, object?> facts) => new()
    {
        Title = _title(facts).Trim(),
        Subtitle = _subtitle(facts).Trim() is { Length: > 0 } subtitle ? subtitle : null,
        Tone = _tone(facts).Trim() is { Length: > 0 } tone ? tone : "default",
        Sections = [.. _sections.SelectMany(section => section.Fill(facts))],
        Actions =
        [
            .. _actions.SelectMany(action => Items(facts, action.Each)
                    .Select(item => new CardAction(action.Title(item).Trim(), action.Says(item).Trim())))
                .Where(action => action.Title.Length > 0),
        ],
    };

    /// <summary>The items of a list by its path; the facts themselves without one.</summary>
    private static IEnumerable<object> Items(Dictionary<string, object?> facts, string? path)
    {
        object? found = facts;
        foreach (var step in path?.Split('.') ?? [])
        {
            found = found is Dictionary<string, object?> map ? map.GetValueOrDefault(step) : null;
        }

        return found is List<object?> list ? list.OfType<object>() : path is null ? [facts] : [];
    }

    private sealed class Section(SectionFile file, Templates templates)
    {
        private readonly Func<object, string> _title = templates.Compile(file.Title);
        private readonly List<Func<object, string>> _lines = [.. file.Lines.Select(templates.Compile)];
        private readonly List<(string Label, Func<object, string> Value)> _facts =
            [.. file.Facts.Select(fact => (fact.Label, templates.Compile(fact.Value)))];

        public IEnumerable<CardSection> Fill(Dictionary<string, object?> facts) =>
            Items(facts, file.Each).Select(One).Where(section => section.Lines.Count + section.Facts.Count > 0);

        private CardSection One(object item)
        {
            var title = _title(item).Trim();

            return new CardSection(
                title.Length > 0 ? title : null,
                [.. _lines.SelectMany(line => line(item).Split('\n')).Select(line => line.Trim()).Where(line => line.Length > 0)],
                [.. _facts.Select(fact => new CardFact(fact.Label, fact.Value(item).Trim())).Where(fact => fact.Value.Length > 0)]);
        }
    }
}
