using Helm.Conversation.Dialogs;

namespace Helm.Conversation.Direction.Powers;

/// <summary>Tells truthfully that a power is not switched on, what it would need, and what Helm can do instead.</summary>
internal sealed class SwitchedOffHandler(string intent) : IHandler, ISwitchedOff
{
    public string Intent => intent;

    public Task<Answer> HandleAsync(CommandRequest request, CancellationToken cancellation) =>
        Task.FromResult(new Answer(intent + ".switched_off", new
        {
            intent,
            audit_type = request.Command.Text(Slots.AuditType),
            resource = request.Command.Text(Slots.Resource),
        })
        { Succeeded = false });
}
