using Helm.Conversation.Intents.Packs;
using Helm.Conversation.Intents.Text;

namespace Helm.Conversation.Intents.Recognition;

/// <summary>Whole sentences, word for word.</summary>
internal sealed class ExactRecogniser(LanguagePack pack, Normalizer normalizer) : IRecogniser
{
    private readonly ILookup<string, IntentDefinition> _sentences = pack.Intents
        .SelectMany(intent => intent.Exact.SelectMany(sentence => Forms(normalizer, sentence)).Distinct().Select(form => (form, intent)))
        .OrderByDescending(entry => entry.intent.Applies == Applies.WhilePending)
        .ToLookup(entry => entry.form, entry => entry.intent);

    public string Name => "exact";

    public Recognised? Recognise(Heard heard)
    {
        if (heard.Text.Whole.Length == 0)
        {
            return null;
        }

        var intent = _sentences[heard.Text.Whole].Concat(_sentences[Stripped(heard.Text)]).FirstOrDefault(heard.Counts);

        return intent is null ? null : new Recognised(intent, 1);
    }

    private static string Stripped(NormalText text) => string.Join(' ', text.Tokens.Words);

    private static string[] Forms(Normalizer normalizer, string sentence) =>
        normalizer.Normalize(sentence) is { } text ? [text.Whole, .. text.Tokens.Count > 0 ? [Stripped(text)] : Array.Empty<string>()] : [];
}
