using Helm.Conversation.Intents.Packs;

namespace Helm.Conversation.Intents.Text;

/// <summary>From raw text to the words that are matched: contractions written out, wake phrase and fillers gone.</summary>
internal sealed class Normalizer(WordLists lists)
{
    private readonly Tokenizer _tokenizer = new(lists.Symbols);
    private readonly PhraseMap _rewrites = new(lists.Rewrites);
    private readonly PhraseMap _wake = new(lists.Wake.Select(phrase => KeyValuePair.Create(phrase, "")));
    private readonly PhraseMap _fillers = new(lists.Fillers.Select(phrase => KeyValuePair.Create(phrase, "")));

    /// <summary>Null when the text is longer than any command.</summary>
    public NormalText? Normalize(string text)
    {
        if (_tokenizer.Cut(text) is not { } tokens)
        {
            return null;
        }

        tokens = WithoutWake(Plain(_rewrites.Replace(tokens)), out var woken);
        var stripped = _fillers.Replace(tokens);

        if (stripped.Count > Tokens.Most)
        {
            return null;
        }

        var whole = string.Join(' ', tokens.Words);

        return new NormalText(stripped, whole, stripped == tokens ? whole : string.Join(' ', stripped.Words), woken);
    }

    private Tokens WithoutWake(Tokens tokens, out bool woken)
    {
        woken = false;
        while (tokens.Count > 0 && _wake.At(tokens.Words, 0) is { } wake)
        {
            tokens = tokens.Without(0, wake.From.Length);
            woken = true;
        }

        return tokens;
    }

    /// <summary>"production's" is about production.</summary>
    private static Tokens Plain(Tokens tokens) =>
        tokens.Words.Any(word => word.Contains('\''))
            ? tokens with { Words = [.. tokens.Words.Select(Plain)] }
            : tokens;

    private static string Plain(string word) =>
        (word.EndsWith("'s", StringComparison.Ordinal) ? word[..^2] : word).Replace("'", "", StringComparison.Ordinal);
}

/// <summary>An utterance after normalisation.</summary>
/// <param name="Whole">With its fillers: "uh huh" means something.</param>
/// <param name="Plain">Without them: the words of <paramref name="Tokens"/>.</param>
/// <param name="Woken">It began with the wake phrase.</param>
internal sealed record NormalText(Tokens Tokens, string Whole, string Plain, bool Woken);
