using Helm.Conversation.Dialogs;
using Helm.Operations.Remediation;
using Helm.Operations.Remediation.Policy;

namespace Helm.Conversation.Direction.Mending;

/// <summary>"Stop all automation", "freeze all changes", and back.</summary>
internal sealed class SwitchTalk(IRemediation remediation)
{
    private static readonly Dictionary<string, (StopKind Kind, bool Stops)> Actions = new(StringComparer.Ordinal)
    {
        ["stop_automation"] = (StopKind.Automation, true),
        ["resume_automation"] = (StopKind.Automation, false),
        ["freeze_changes"] = (StopKind.Freeze, true),
        ["lift_freeze"] = (StopKind.Freeze, false),
    };

    public static bool Knows(string action) => Actions.ContainsKey(action);

    public async Task<Answer> TurnAsync(string action, CommandRequest request, CancellationToken cancellation)
    {
        var (kind, stops) = Actions[action];
        if (request.Origin.Heard is { SureEnough: false } && !stops)
        {
            return new("confirm_yes.not_heard", new { }) { Succeeded = false };
        }

        var done = stops
            ? await remediation.StopAsync(kind, request.Person, null, null, null, cancellation)
            : await remediation.LiftAsync(kind, request.Person, cancellation);
        return new(done ? "remediate.switched" : "remediate.switch_refused", new { kind, stopped = stops }) { Succeeded = done };
    }
}
