using Helm.Conversation.Classification;
using Helm.Conversation.Tagging;

namespace Helm.Conversation.Intents.Recognition;

/// <summary>The classifiers of a pack and its tagger; what is learned once and kept.</summary>
/// <param name="Answers">Tells apart the answers to an open question; null in a pack that has none.</param>
internal sealed record LearnedModels(Classifier Classifier, Tagger Tagger, Classifier? Answers)
{
    public static LearnedModels Read(BinaryReader reader) =>
        new(Classifier.Read(reader), Tagger.Read(reader), reader.ReadBoolean() ? Classifier.Read(reader) : null);

    public void Write(BinaryWriter writer)
    {
        Classifier.Write(writer);
        Tagger.Write(writer);
        writer.Write(Answers is not null);
        Answers?.Write(writer);
    }
}
