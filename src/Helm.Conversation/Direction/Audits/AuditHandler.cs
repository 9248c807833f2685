using Helm.Conversation.Dialogs;
using Helm.Conversation.Direction.Issues;
using Helm.Conversation.Direction.Overviews;
using Helm.Conversation.Intents;
using Helm.Operations.Audits;

namespace Helm.Conversation.Direction.Audits;

/// <summary>Audits cost, security or compliance, or all three where none is named; what takes long is told when it is over.</summary>
internal sealed class AuditHandler(AuditDesk desk, KnownNames names, TimeProvider time) : IHandler, ISwitchedOff
{
    public string Intent => IntentNames.Audit;

    public bool IsOff => desk.Types.Count == 0;

    public async Task<Answer> HandleAsync(CommandRequest request, CancellationToken cancellation)
    {
        var asked = request.Command.Text(Slots.AuditType);
        var types = desk.Types.Where(type => asked is null || $"{type}".Equals(asked, StringComparison.OrdinalIgnoreCase)).ToList();
        return types.Count == 0
            ? new Answer("audit.switched_off", new { audit_type = asked }) { Succeeded = false }
            : CostSpan.IsUnclear(request, time.GetUtcNow(), out var from, out var to)
            ? Span.Unclear(request.Command)
            : await AuditAsync(request, types, (from, to), cancellation);
    }

    private async Task<Answer> AuditAsync(CommandRequest request, List<AuditType> types, (DateOnly? From, DateOnly? To) days, CancellationToken cancellation)
    {
        var place = Place.Of(request.Command, names);
        var conversation = request.Origin.Conversation;
        var requests = types.Select(type => new AuditRequest(type, place.Environment, days.From, days.To));
        var reports = await desk.RunAllAsync(requests, request.Person.Name, conversation, cancellation);
        return AuditAnswer.Of(time.GetUtcNow(), place, request.Command.Text(Slots.Resource), desk.CanTell(conversation), reports).Told();
    }
}

/// <summary>What audits found.</summary>
public sealed record AuditAnswer
{
    public required DateTimeOffset Timestamp { get; init; }

    public required string Environment { get; init; }

    public required bool EnvironmentAssumed { get; init; }

    /// <summary>What was named; an audit is of the whole account all the same.</summary>
    public string? Resource { get; init; }

    /// <summary>What still runs is told in this conversation when it is over.</summary>
    public bool ToldLater { get; init; }

    public required IReadOnlyList<AuditReport> Audits { get; init; }

    internal static AuditAnswer Of(DateTimeOffset now, Place place, string? resource, bool canTell, IReadOnlyList<AuditReport> reports) => new()
    {
        Timestamp = now,
        Environment = place.Environment,
        EnvironmentAssumed = place.Assumed,
        Resource = resource,
        ToldLater = canTell && reports.Any(report => report.Status == AuditStatus.Running),
        Audits = reports,
    };

    internal Answer Told() => new("audit.told", this) { Succeeded = Audits.Any(report => report.Status != AuditStatus.Failed) };
}
