using System.Text.Json;
using Helm.Operations.Delivery;
using Helm.Operations.Remediation.Plans;

namespace Helm.Operations.Remediation.Running;

/// <summary>Tells how a plan ended where it was asked for; a door that cannot be written to is asked by whoever wants to know.</summary>
public sealed class PlanTeller(IOutbox outbox, ConversationDoors doors)
{
    private static readonly JsonSerializerOptions SnakeCase = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public async Task TellAsync(PlanRecord record, CancellationToken cancellation)
    {
        if (doors.Find(record.Plan.RequestedBy.Conversation) is not { } door)
        {
            return;
        }

        var facts = new
        {
            PlanId = record.Plan.Id,
            record.Plan.IssueId,
            record.Plan.Environment,
            Status = JsonNamingPolicy.SnakeCaseLower.ConvertName(record.Status.ToString()),
            record.Outcome,
            Effects = record.Plan.Actions.Select(action => action.Effect),
            record.Verification,
        };
        await outbox.AddAsync(
            new($"plan/{record.Plan.Id}/{record.Status}", door.Channel, door.Address, "remediate.told", JsonSerializer.Serialize(facts, SnakeCase), Correlation: record.Plan.IssueId ?? record.Plan.Id),
            cancellation);
    }
}
