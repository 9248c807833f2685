namespace Helm.Conversation.Intents;

/// <summary>Knows the names that exist now.</summary>
public interface IVocabularySource
{
    ValueTask<Vocabulary> CurrentAsync(CancellationToken cancellation);
}
