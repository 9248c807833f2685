using System.Security;

namespace Helm.Speech.Synthesis;

/// <summary>
/// A text as SSML for the engines that have it: sentence by sentence, so that the pauses are right, ids and
/// abbreviations spelled out; everything from outside is escaped.
/// </summary>
internal static class Ssml
{
    private const double UsualWordsPerMinute = 165;

    public static string Of(string text, string voice, string language, int wordsPerMinute)
    {
        var rate = FormattableString.Invariant($"{(wordsPerMinute - UsualWordsPerMinute) / UsualWordsPerMinute:+0%;-0%;0%}");
        return $"<speak version=\"1.0\" xmlns=\"http://www.w3.org/2001/10/synthesis\" xml:lang=\"{Escaped(language)}\">"
            + $"<voice name=\"{Escaped(voice)}\"><prosody rate=\"{rate}\"><p>{SentencesOf(text)}</p></prosody></voice></speak>";
    }

    /// <summary>For an engine that is told voice and speed in another way.</summary>
    public static string Of(string text) => $"<speak>{SentencesOf(text)}</speak>";

    private static string SentencesOf(string text) =>
        string.Concat(Sentences.Of(text).Select(sentence => $"<s>{string.Concat(SpokenParts.Of(sentence).Select(Part))}</s>"));

    private static string Part((string Text, bool IsSpelled) part) =>
        part.IsSpelled ? $"<say-as interpret-as=\"characters\">{Escaped(part.Text)}</say-as>" : Escaped(part.Text);

    private static string Escaped(string text) => SecurityElement.Escape(text);
}
