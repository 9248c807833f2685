using System.Text.Json;
using System.Text.Json.Nodes;
using Helm.Conversation.Dialogs;
using Helm.Conversation.Tests.Dialogs;
using Helm.Conversation.Turns;

namespace Helm.Host.Tests.Drivers;

/// <summary>One wording with facts that were made for it, some of them hostile, and what must hold however it is drawn.</summary>
internal sealed class WordingCase
{
    private const int Variants = 3;

    private static readonly string[] Hostile =
    [
        "<!channel> <@U> look", "<http://evil.example|click here>", "[click](http://evil.example)", "*bold* _under_ ~gone~ `code`", "> quoted", "\u001b[m red \u0007",
        "user\u202egnp.exe", "<script>alert</script> & co", "<speak><break/></speak>", "{{DATE(x)}} # heading", "&lt;!channel&gt;", "api-lambda", "broken\nlines",
    ];

    private readonly string _name;
    private readonly string _facts;
    private readonly HashSet<decimal> _known;
    private readonly WordedAnswer _worded;

    /// <summary>Each wording a few times, with short lists and with long ones.</summary>
    public static WordingCase[] All(DialogLibrary library) =>
    [
        .. WordingFiles.Shapes.SelectMany((wording, index) => Enumerable.Range(0, Variants).Select(variant =>
                new WordingCase(wording.Key, wording.Value, new Random((index * 97) + variant), (variant * 12) + 1, library)))
            .Where(one => one._worded.Text.Length > 0), // of an empty list there is nothing to tell
    ];

    private WordingCase(string name, WordingShape shape, Random random, int longest, DialogLibrary library)
    {
        var facts = shape.Make(random, Hostile, longest) ?? new JsonObject();
        (_name, _facts) = (name, facts.ToJsonString(HelmJson.Options));
        _known = [.. SeenNumbers.KnownBy(facts), .. SeenNumbers.In(shape.Literals), .. SpokenNumbers.In(shape.Literals), .. Enumerable.Range(0, longest + 1)];
        _worded = library.Word(new Answer(name, JsonSerializer.SerializeToElement(facts)));
    }

    public Reply Reply => new() { Text = _worded.Text, Speech = _worded.Speech, Intent = _name, Card = _worded.Card, Suggestions = _worded.Suggestions };

    public string Name => _name;

    /// <summary>All that is told to the eye.</summary>
    public string[] Shown => _worded.Card is not { } card ? [_worded.Text] :
        [card.Title, card.Subtitle ?? "", .. card.Sections.SelectMany(section => new[] { section.Title ?? "" }.Concat(section.Lines).Concat(section.Facts.Select(fact => $"{fact.Label} {fact.Value}")))];

    public override string ToString() => $"{_name} ({_worded.Text.Length} characters)";

    public void CheckWords()
    {
        Assert.DoesNotMatch(@"[\p{Cc}\u202a-\u202e\u2066-\u2069-[\n]]", _worded.Text);
        Assert.DoesNotMatch(@"[^\p{L}\p{M}\s.,;:?!'’-]", _worded.Speech);
        CheckNumbers([_worded.Text]);
        CheckNumbers(Shown);
        Within(SpokenNumbers.In(_worded.Speech), _known, _worded.Speech);
    }

    /// <summary>No number that the facts do not have.</summary>
    public void CheckNumbers(IEnumerable<string> texts) => Within(texts.SelectMany(SeenNumbers.In), _known, string.Join('\n', texts));

    public void Within(IEnumerable<decimal> numbers, HashSet<decimal> known, string text) =>
        Assert.True(numbers.All(known.Contains), $"{_name}: {string.Join(", ", numbers.Where(number => !known.Contains(number)))} in \"{text}\" of {_facts}");
}
