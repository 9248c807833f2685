using Helm.Conversation.Intents;
using Helm.Conversation.Turns;
using Helm.Operations.People;

namespace Helm.Host.Turns;

/// <summary>Both ways into the conversation: a sentence to be understood, or a command that is ready.</summary>
internal interface ITurns
{
    Task<Reply> RespondAsync(Utterance utterance, CancellationToken cancellation);

    /// <summary>Carries out a command without leaving a trace in any conversation.</summary>
    Task<Reply> RunAsync(Command command, Person person, CancellationToken cancellation);
}
