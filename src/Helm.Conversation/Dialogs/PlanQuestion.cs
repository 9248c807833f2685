using Helm.Operations.Remediation.Plans;

namespace Helm.Conversation.Dialogs;

/// <summary>The plan that a question asks to confirm; the answer binds to exactly this id and hash.</summary>
/// <param name="Challenge">The words to say or type where a bare yes is not enough; null where it is.</param>
public sealed record PlanQuestion(
    string PlanId,
    string PlanHash,
    ApprovalLevel Level,
    IReadOnlyList<PlannedAction> Actions,
    IReadOnlyList<string>? Challenge,
    DateTimeOffset ExpiresAt);
