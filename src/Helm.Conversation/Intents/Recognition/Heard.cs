using Helm.Conversation.Intents.Entities;
using Helm.Conversation.Intents.Packs;
using Helm.Conversation.Intents.Text;

namespace Helm.Conversation.Intents.Recognition;

/// <summary>An utterance with all that is needed to understand it.</summary>
internal sealed record Heard(string Raw, NormalText Text, VocabularyIndex Index, TurnContext Context)
{
    public bool Counts(IntentDefinition intent) =>
        intent.Applies switch
        {
            Applies.WhilePending => Context.Pending is not null,
            Applies.AsFollowUp => Context.LastIntent is not null || Context.Pending is not null,
            _ => true,
        };
}
