using Helm.Conversation.Intents;

namespace Helm.Speech.Transcription;

/// <summary>Tells which patterns a heard sentence follows.</summary>
internal sealed class PatternMatcher(SpeakableLanguage language)
{
    public IEnumerable<SpokenPattern> Matches(IReadOnlyList<string> words) =>
        language.Patterns.Where(pattern => Ends(pattern.Pattern, words, [0]).Contains(words.Count));

    /// <summary>Where in the sentence the pattern may end when it starts at one of the given places.</summary>
    private HashSet<int> Ends(SentencePattern pattern, IReadOnlyList<string> words, HashSet<int> starts) => pattern switch
    {
        _ when starts.Count == 0 => starts,
        SentencePattern.Word word => [.. starts.Where(at => at < words.Count && words[at] == word.Text).Select(at => at + 1)],
        SentencePattern.Slot slot => [.. starts.SelectMany(at => language.Slots[slot.Name]
            .Where(form => words.Skip(at).Take(form.Count).SequenceEqual(form))
            .Select(form => at + form.Count))],
        SentencePattern.Sequence sequence => sequence.Parts.Aggregate(starts, (at, part) => Ends(part, words, at)),
        SentencePattern.Choice choice => [.. choice.Options.SelectMany(option => Ends(option, words, starts))],
        SentencePattern.Optional optional => [.. starts, .. Ends(optional.Inner, words, starts)],
        _ => [],
    };
}
