using Helm.Conversation.Classification;
using Helm.Conversation.Tagging;

namespace Helm.Conversation.Intents.Recognition;

/// <summary>The classifiers of a pack and its tagger; what is learned once and kept.</summary>
/// <param name="Answers">Tells apart the answers to an open question; null in a pack that has none.</param>
/// <param name="Sayings">By intent, what a sentence says beyond it: the action, the mode.</param>
internal sealed record LearnedModels(Classifier Classifier, Tagger Tagger, Classifier? Answers, IReadOnlyDictionary<string, Classifier> Sayings)
{
    public static LearnedModels Read(BinaryReader reader) =>
        new(Classifier.Read(reader), Tagger.Read(reader), reader.ReadBoolean() ? Classifier.Read(reader) : null, ReadSayings(reader));

    public void Write(BinaryWriter writer)
    {
        Classifier.Write(writer);
        Tagger.Write(writer);
        writer.Write(Answers is not null);
        Answers?.Write(writer);
        writer.Write(Sayings.Count);
        foreach (var (intent, classifier) in Sayings)
        {
            writer.Write(intent);
            classifier.Write(writer);
        }
    }

    private static Dictionary<string, Classifier> ReadSayings(BinaryReader reader)
    {
        var sayings = new Dictionary<string, Classifier>();
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            sayings.Add(reader.ReadString(), Classifier.Read(reader));
        }

        return sayings;
    }
}
