using Helm.Conversation.Dialogs;
using Helm.Conversation.Intents;
using Helm.Operations.People;

namespace Helm.Conversation.Direction;

/// <summary>Carries out the commands of one intent.</summary>
public interface IHandler
{
    /// <summary>One of <see cref="IntentNames"/>.</summary>
    string Intent { get; }

    /// <summary>Expected failures are answers; exceptions are outages.</summary>
    Task<Answer> HandleAsync(CommandRequest request, CancellationToken cancellation);
}

/// <summary>A command, who gave it, and what went before.</summary>
public sealed record CommandRequest(Command Command, Person Person, TurnContext Context)
{
    public Origin Origin { get; init; } = new();
}
