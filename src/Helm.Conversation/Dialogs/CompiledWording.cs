using System.Text.RegularExpressions;

namespace Helm.Conversation.Dialogs;

/// <summary>One wording with its templates compiled.</summary>
internal sealed partial class CompiledWording(WordingFile file, Templates eye, Templates ear)
{
    private readonly Func<object, string> _text = eye.Compile(file.Text);
    private readonly Func<object, string> _speech = ear.Compile(file.Speech ?? file.Text);
    private readonly CardWording? _card = file.Card is { } card ? new CardWording(card, eye) : null;
    private readonly List<Func<object, string>> _suggestions = [.. file.Suggestions.Select(eye.Compile)];

    public WordedAnswer Fill(Dictionary<string, object?> facts)
    {
        var (read, rest) = LongList.Split(_speech(facts));
        return new(Tidy(_text(facts)), SpokenText.Of(read), _card?.Fill(facts))
        {
            SpeechRest = [.. rest.Select(SpokenText.Of)],
            Suggestions = [.. _suggestions.Select(line => line(facts).Trim()).Where(line => line.Length > 0).Select(line => new Suggestion(line))],
        };
    }

    private static string Tidy(string text) => BlankLines().Replace(text.Replace("\r", "", StringComparison.Ordinal), "\n\n").Trim('\n', ' ');

    [GeneratedRegex(@"\n(\s*\n){2,}")]
    private static partial Regex BlankLines();
}
