using Helm.Conversation.Classification;
using Helm.Conversation.Tagging;

namespace Helm.Conversation.Intents.Recognition;

/// <summary>The classifier of a pack and its tagger; what is learned once and kept.</summary>
internal sealed record LearnedModels(Classifier Classifier, Tagger Tagger)
{
    public static LearnedModels Read(BinaryReader reader) => new(Classifier.Read(reader), Tagger.Read(reader));

    public void Write(BinaryWriter writer)
    {
        Classifier.Write(writer);
        Tagger.Write(writer);
    }
}
