using Helm.Conversation.Intents;
using Helm.Conversation.Turns;
using Helm.Operations.People;

namespace Helm.Host.Turns;

/// <summary>The assistant as the host calls it.</summary>
internal sealed class AssistantTurns(Assistant assistant) : ITurns
{
    public Task<Reply> RespondAsync(Utterance utterance, CancellationToken cancellation) => assistant.RespondAsync(utterance, cancellation);

    public Task<Reply> RunAsync(Command command, Person person, CancellationToken cancellation) => assistant.RunAsync(command, person, cancellation);
}
