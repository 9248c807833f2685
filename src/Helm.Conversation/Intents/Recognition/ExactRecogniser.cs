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

    public const string Called = "exact";

    public string Name => Called;

    public Recognised? Recognise(Heard heard)
    {
        if (heard.Text.Whole.Length == 0)
        {
            return null;
        }

        var intent = _sentences[heard.Text.Whole].Concat(_sentences[heard.Text.Plain]).FirstOrDefault(heard.Counts);

        return intent is null ? null : new Recognised(intent, 1);
    }

    /// <summary>"Hey helm" leaves no words at all; that is not for this recogniser.</summary>
    private static IEnumerable<string> Forms(Normalizer normalizer, string sentence) =>
        normalizer.Normalize(sentence) is { } text
            ? new[] { text.Whole, text.Plain }.Where(form => form.Length > 0)
            : [];
}
