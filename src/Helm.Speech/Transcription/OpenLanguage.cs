using Helm.Conversation.Intents;
using Helm.Speech.Wake;

namespace Helm.Speech.Transcription;

/// <summary>One way to hear a sentence, as an engine of open dictation wrote it.</summary>
/// <param name="Confidence">0 to 1; null when the engine does not tell.</param>
internal sealed record OpenHypothesis(string Words, double? Confidence);

/// <summary>
/// What can be said now, for engines that hear any words. They have no model of the commands to agree with: how sure they are, and
/// whether the sentence is one of the language, takes the place of the two decoders' agreement.
/// </summary>
internal sealed class OpenLanguage(SpeakableLanguage language, OpenThresholds thresholds, WakePhrase phrase)
{
    // A way that makes sense is preferred to one that was heard a little more surely.
    private const double WorthOfSense = 0.15;

    private readonly PatternMatcher _matcher = new(language);

    public Transcript Of(IReadOnlyList<OpenHypothesis> hypotheses)
    {
        var ways = hypotheses.Select(way => (way.Confidence, Reading: Read(way.Words))).Where(way => way.Reading.Words.Count > 0).ToList();
        if (ways.Count == 0)
        {
            return Transcript.Nothing;
        }

        var surest = ways[0].Confidence;
        var (confidence, (words, patterns)) = ways.Find(way => way.Reading.Patterns.Count > 0 && !(way.Confidence < surest - WorthOfSense)) is { Reading.Words: not null } sensible
            ? sensible
            : ways[0];
        return Judge(string.Join(' ', words), patterns, thresholds.Distance(confidence, patterns.Count > 0));
    }

    private Transcript Judge(string words, List<SpokenPattern> patterns, double distance)
    {
        var changes = patterns.Exists(pattern => pattern.Changes);
        var verdict = distance <= (changes ? thresholds.Agreement.Changes : thresholds.Agreement.Questions) ? Verdict.Accepted
            : distance <= thresholds.Agreement.Questions ? Verdict.DidYouMean
            : Verdict.Rejected;
        return new Transcript(words, verdict, changes || patterns.Count == 0, patterns.Count > 0, patterns.Count > 0 ? words : "", words, distance);
    }

    /// <summary>Without the wake phrase, also where it was misheard: what follows it is a sentence.</summary>
    private (IReadOnlyList<string> Words, List<SpokenPattern> Patterns) Read(string text)
    {
        var said = SpokenWords.Of(text);
        var words = SpokenWords.OfHypothesis(string.Join(' ', said), phrase);
        var patterns = _matcher.Matches(words).ToList();
        if (patterns.Count > 0 || words.Count != said.Count)
        {
            return (words, patterns);
        }

        for (var skipped = 1; skipped <= phrase.Words.Count + 1 && skipped < words.Count && IsMisheard(words); skipped++)
        {
            IReadOnlyList<string> rest = [.. words.Skip(skipped)];
            if (_matcher.Matches(rest).ToList() is { Count: > 0 } others)
            {
                return (rest, others);
            }
        }

        return (words, patterns);
    }

    // "hey hell", "hey, Helen": the first word is heard well, and the name is no everyday one.
    private bool IsMisheard(IReadOnlyList<string> words) => phrase.Words.Count > 1 && words[0] == phrase.Words[0];
}
