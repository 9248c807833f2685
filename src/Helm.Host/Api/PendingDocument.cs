using System.Text.Json.Serialization;
using Helm.Conversation.Dialogs;
using Helm.Operations.Remediation.Plans;

namespace Helm.Host.Api;

/// <summary>The open question as programs read it: what waits for a confirmation names the plan, its hash and the words to give.</summary>
internal sealed record PendingDocument(
    string Kind,
    string PlanId,
    string PlanHash,
    ApprovalLevel Level,
    IReadOnlyList<PlannedAction> Actions,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Challenge,
    DateTimeOffset ExpiresAt)
{
    /// <summary>Other questions keep their own form.</summary>
    public static object? Of(Question? question) => question switch
    {
        { Plan: { } plan } => new PendingDocument(
            "confirm", plan.PlanId, plan.PlanHash, plan.Level, plan.Actions,
            plan.Challenge is { } words ? string.Join(' ', words) : null, plan.ExpiresAt),
        { } other => new { other.Kind, other.Options, other.Slot },
        null => null,
    };
}
