using Helm.Conversation.Classification;
using Helm.Conversation.Tagging;

namespace Helm.Benchmarks.Language;

/// <summary>Trains the parts that tell the intent of a sentence of SNIPS.</summary>
internal static class SnipsEngine
{
    public static Classifier Classifier(IReadOnlyList<SnipsLine> lines, ClassifierOptions options) =>
        Helm.Conversation.Classification.Classifier.Train([.. lines.Select(line => new Sample(line.Text, line.Intent))], options);

    public static Tagger Tagger(IReadOnlyList<SnipsLine> lines, TaggerOptions options) =>
        Helm.Conversation.Tagging.Tagger.Train([.. lines.Select(line => line.Tagged)], options);

    public static Dictionary<string, LetterModel> Letters(IReadOnlyList<SnipsLine> lines) =>
        lines.GroupBy(line => line.Intent).ToDictionary(intent => intent.Key, intent => LetterModel.Train(intent.Select(line => line.Text)));
}
