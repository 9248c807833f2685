namespace Helm.Speech.Synthesis;

/// <summary>Cuts a text into sentences, so that the first is heard while the others are still being made.</summary>
internal static class Sentences
{
    public static IEnumerable<string> Of(string text)
    {
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            // A point within "5.2" or "a.m. " would be spoken by now; what is left ends sentences.
            if (text[at] is '.' or '?' or '!' or '\n' && (at + 1 == text.Length || char.IsWhiteSpace(text[at + 1])))
            {
                if (text[start..(at + 1)].Trim() is { Length: > 0 } sentence)
                {
                    yield return sentence;
                }

                start = at + 1;
            }
        }

        if (text[start..].Trim() is { Length: > 0 } rest)
        {
            yield return rest;
        }
    }
}
