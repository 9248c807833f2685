using System.Text.Json;
using Helm.Operations.Delivery;
using Helm.Operations.Remediation.Plans;

namespace Helm.Operations.Remediation.Running;

/// <summary>Tells how a plan ended where it was asked for; a door that cannot be written to is asked by whoever wants to know.</summary>
public sealed class PlanTeller(IOutbox outbox, IEnumerable<IDeliveryChannel> channels)
{
    private static readonly JsonSerializerOptions SnakeCase = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private readonly HashSet<string> _channels = [.. channels.Select(channel => channel.Name)];

    public async Task TellAsync(PlanRecord record, CancellationToken cancellation)
    {
        var (door, address) = Split(record.Plan.RequestedBy.Conversation);
        if (!_channels.Contains(door))
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
            new($"plan/{record.Plan.Id}/{record.Status}", door, address, "remediate.told", JsonSerializer.Serialize(facts, SnakeCase), Correlation: record.Plan.IssueId ?? record.Plan.Id),
            cancellation);
    }

    private static (string Door, string Address) Split(string? conversation) =>
        conversation?.IndexOf(':', StringComparison.Ordinal) is { } colon and > 0 ? (conversation[..colon], conversation[(colon + 1)..]) : ("", "");
}
