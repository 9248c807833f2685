using System.Text.Json;
using System.Text.Json.Serialization;
using Helm.Operations.Delivery;

namespace Helm.Operations.Audits;

/// <summary>Brings the result of a long audit to the conversation that asked for it.</summary>
public sealed class AuditTeller(IOutbox outbox, ConversationDoors doors)
{
    private static readonly JsonSerializerOptions Facts = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public bool CanTell(string? conversation) => doors.Find(conversation) is not null;

    public async Task TellAsync(AuditReport report, string? conversation, CancellationToken cancellation)
    {
        if (doors.Find(conversation) is { } door)
        {
            await outbox.AddAsync(
                new($"audit/{report.AuditId}", door.Channel, door.Address, "audit.finished", JsonSerializer.Serialize(report, Facts), Correlation: report.AuditId), cancellation);
        }
    }
}
