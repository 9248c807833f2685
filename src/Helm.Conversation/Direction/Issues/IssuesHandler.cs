using Helm.Conversation.Dialogs;
using Helm.Conversation.Direction.Overviews;
using Helm.Conversation.Intents;
using Helm.Operations.Issues;

namespace Helm.Conversation.Direction.Issues;

/// <summary>Lists the open issues, the most urgent first.</summary>
internal sealed class IssuesHandler(IIssueReader issues, KnownNames names, Abilities abilities, TimeProvider time) : IHandler
{
    private const int Few = 5;
    private const int Most = 50;

    public string Intent => IntentNames.IssuesList;

    /// <summary>Who listens hears the beginning, and the rest of all of them when they ask for it.</summary>
    private static int Usual(CommandRequest request) => request.Origin.Spoken ? Most : Few;

    public async Task<Answer> HandleAsync(CommandRequest request, CancellationToken cancellation)
    {
        var command = request.Command;
        var place = Place.Of(command, names);
        var filter = new IssueFilter
        {
            Environment = place.Environment,
            Domain = command.Text(Slots.Domain),
            Severity = command.Text(Slots.Severity),
            Resource = command.Text(Slots.Resource),
            Top = Math.Clamp(command.Number(Slots.Top) ?? command.Number(Slots.Count) ?? Usual(request), 1, Most),
        };
        var found = await issues.ListAsync(filter, cancellation);
        var counts = await issues.CountAsync(filter, cancellation);
        var answer = new IssuesAnswer
        {
            Timestamp = time.GetUtcNow(),
            Environment = place.Environment,
            EnvironmentAssumed = place.Assumed,
            Domain = filter.Domain,
            Severity = filter.Severity,
            Resource = filter.Resource,
            Shown = found.Count,
            Issues = IssueBoard.Of(counts, found, time.GetUtcNow()) with { Actions = abilities.AboutAnIssue },
        };

        return new Answer(found.Count == 0 ? "issues_list.none" : "issues_list.listed", answer)
        {
            Issues = [.. found.Select(issue => issue.IssueId)],
            FocusIssue = found is [var top, ..] ? top.IssueId : null,
        };
    }
}

/// <summary>The open issues that match.</summary>
public sealed record IssuesAnswer
{
    public required DateTimeOffset Timestamp { get; init; }

    public required string Environment { get; init; }

    public required bool EnvironmentAssumed { get; init; }

    public string? Domain { get; init; }

    public string? Severity { get; init; }

    public string? Resource { get; init; }

    public required int Shown { get; init; }

    public required IssueBoard Issues { get; init; }
}
