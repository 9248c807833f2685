using Helm.Conversation.Intents;

namespace Helm.Conversation.Direction.Mending;

/// <summary>What a button under a proposal stands for: the plan as it was shown, and a yes or a no to it.</summary>
/// <remarks>The hash is no secret: who pressed is what counts, and the Warden asks for that person's role.</remarks>
public sealed record PlanDecision(bool Approves, string PlanId, string PlanHash)
{
    public Command ToCommand() => new(
        Approves ? IntentNames.ConfirmYes : IntentNames.ConfirmNo,
        new Dictionary<string, object> { [PlanSlots.PlanId] = PlanId, [PlanSlots.PlanHash] = PlanHash });

    /// <summary>To see how a plan stands now.</summary>
    public static Command ToSee(string planId) => new(IntentNames.Remediate, new Dictionary<string, object> { [PlanSlots.PlanId] = planId });
}
