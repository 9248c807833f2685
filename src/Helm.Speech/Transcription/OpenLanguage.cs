using Helm.Conversation.Intents;

namespace Helm.Speech.Transcription;

/// <summary>One way to hear a sentence, as an engine of open dictation wrote it.</summary>
/// <param name="Confidence">0 to 1; null when the engine does not tell.</param>
internal sealed record OpenHypothesis(string Words, double? Confidence);

/// <summary>
/// What can be said now, for engines that hear any words. They have no grammar to agree with: how sure they are, and
/// whether the sentence is one of the language, takes the place of the two decoders' agreement.
/// </summary>
internal sealed class OpenLanguage(SpeakableLanguage language, OpenThresholds thresholds)
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
        var words = SpokenWords.OfHypothesis(string.Join(' ', said));
        var patterns = _matcher.Matches(words).ToList();
        if (patterns.Count > 0 || words.Count != said.Count)
        {
            return (words, patterns);
        }

        for (var skipped = 1; skipped <= MostMisheard && skipped < words.Count; skipped++)
        {
            IReadOnlyList<string> rest = [.. words.Skip(skipped)];
            if (IsMisheard(words, skipped) && _matcher.Matches(rest).ToList() is { Count: > 0 } others)
            {
                return (rest, others);
            }
        }

        return (words, patterns);
    }

    private const int MostMisheard = 3;

    // "hey hell", "hey, Helen": the greeting is heard well, and the name is no everyday one.
    private static bool IsMisheard(IReadOnlyList<string> words, int count) =>
        words[0] is "hey" or "hay" or "a" && words.Take(count).All(word => word.Length <= 6);
}
