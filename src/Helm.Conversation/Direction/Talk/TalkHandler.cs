using Helm.Conversation.Dialogs;

namespace Helm.Conversation.Direction.Talk;

/// <summary>Answers what needs no facts: a greeting, thanks, a yes to which there was no question.</summary>
internal sealed class TalkHandler(string intent) : IHandler
{
    public string Intent => intent;

    public Task<Answer> HandleAsync(CommandRequest request, CancellationToken cancellation) =>
        Task.FromResult(new Answer(intent + ".said", new { intent, name = request.Person.Name }));
}
