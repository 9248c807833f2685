using Helm.Conversation.Dialogs;
using Helm.Conversation.Intents;

namespace Helm.Conversation.Direction.Talk;

/// <summary>Says what can be asked.</summary>
internal sealed class HelpHandler(Abilities abilities, KnownNames names) : IHandler
{
    public string Intent => IntentNames.Help;

    public Task<Answer> HandleAsync(CommandRequest request, CancellationToken cancellation) =>
        Task.FromResult(new Answer("help.said", new
        {
            environment = names.DefaultEnvironment,
            domains = names.Domains,
            can_remediate = abilities.Can(IntentNames.Remediate),
        }));
}
