using System.Security;

namespace Helm.Speech.Synthesis;

/// <summary>A text as SSML for the engines that have it: sentence by sentence, so that the pauses are right; everything from outside is escaped.</summary>
internal static class Ssml
{
    private const double UsualWordsPerMinute = 165;

    public static string Of(string text, string voice, string language, int wordsPerMinute)
    {
        var rate = FormattableString.Invariant($"{(wordsPerMinute - UsualWordsPerMinute) / UsualWordsPerMinute:+0%;-0%;0%}");
        var sentences = string.Concat(Sentences.Of(text).Select(sentence => $"<s>{SecurityElement.Escape(sentence)}</s>"));
        return $"<speak version=\"1.0\" xmlns=\"http://www.w3.org/2001/10/synthesis\" xml:lang=\"{SecurityElement.Escape(language)}\">"
            + $"<voice name=\"{SecurityElement.Escape(voice)}\"><prosody rate=\"{rate}\"><p>{sentences}</p></prosody></voice></speak>";
    }
}
