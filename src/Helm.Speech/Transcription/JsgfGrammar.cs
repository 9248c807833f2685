using Helm.Conversation.Intents;
using Helm.Speech.Wake;

namespace Helm.Speech.Transcription;

/// <summary>Writes the speakable language as a JSpeech grammar.</summary>
internal static class JsgfGrammar
{
    // The words that the grammar's own language uses; as words to hear they are quoted by a mark that is taken off again.
    private static readonly HashSet<string> Reserved = ["grammar", "public", "import"];

    private const char Mark = '_';

    public static IEnumerable<string> Lines(SpeakableLanguage language, WakePhrase phrase)
    {
        var patterns = language.Patterns.Select((pattern, number) => (Rule: $"<p{number}>", pattern.Pattern)).ToList();
        yield return "#JSGF V1.0;";
        yield return "grammar helm;";
        var wake = string.Join(' ', phrase.Words.Select(Token));
        yield return $"public <command> = {wake} | [ {wake} ] ( {string.Join(" | ", patterns.Select(pattern => pattern.Rule))} );";
        foreach (var (rule, pattern) in patterns)
        {
            yield return $"{rule} = {Text(pattern)};";
        }

        foreach (var (slot, forms) in language.Slots.Where(slot => slot.Value.Count > 0))
        {
            yield return $"{Rule(slot)} = {string.Join(" | ", forms.Select(form => string.Join(' ', form.Select(Token))))};";
        }
    }

    /// <summary>How many words the grammar has when every slot is written out, as the decoder does.</summary>
    public static long Size(SpeakableLanguage language) =>
        language.Patterns.Sum(pattern => Size(pattern.Pattern, language));

    /// <summary>A word as it stands in the grammar and its dictionary.</summary>
    public static string Token(string word) => Reserved.Contains(word) ? word + Mark : word;

    /// <summary>A word of the dictionary as it is said.</summary>
    public static string Word(string token) => token.TrimEnd(Mark);

    private static long Size(SentencePattern pattern, SpeakableLanguage language) => pattern switch
    {
        SentencePattern.Slot slot => language.Slots[slot.Name].Sum(form => form.Count),
        SentencePattern.Sequence sequence => sequence.Parts.Sum(part => Size(part, language)),
        SentencePattern.Choice choice => choice.Options.Sum(option => Size(option, language)),
        SentencePattern.Optional optional => Size(optional.Inner, language),
        _ => 1,
    };

    private static string Text(SentencePattern pattern) => pattern switch
    {
        SentencePattern.Word word => Token(word.Text),
        SentencePattern.Slot slot => Rule(slot.Name),
        SentencePattern.Sequence { Parts: [] } => "<NULL>",
        SentencePattern.Sequence sequence => string.Join(' ', sequence.Parts.Select(Text)),
        SentencePattern.Choice choice => $"( {string.Join(" | ", choice.Options.Select(Text))} )",
        SentencePattern.Optional optional => $"[ {Text(optional.Inner)} ]",
        _ => throw new InvalidOperationException($"{pattern} is no kind of pattern."),
    };

    private static string Rule(string slot) =>
        $"<slot_{string.Concat(slot.Select(character => char.IsAsciiLetterOrDigit(character) ? character : Mark))}>";
}
