using System.Text.Json;
using Helm.Conversation.Dialogs;
using Helm.Conversation.Direction.Mending;

namespace Helm.Chat.Turns;

/// <summary>What a button under a proposal carries, as text.</summary>
internal static class PlanButton
{
    public static string Write(PlanQuestion plan, bool approves) => JsonSerializer.Serialize(new PlanDecision(approves, plan.PlanId, plan.PlanHash));

    /// <summary>Null for anything else.</summary>
    public static PlanDecision? Read(string? value)
    {
        try
        {
            return value is null ? null : JsonSerializer.Deserialize<PlanDecision>(value) is { PlanId: not null, PlanHash: not null } read ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
