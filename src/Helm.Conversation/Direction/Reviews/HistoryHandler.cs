using Helm.Conversation.Dialogs;
using Helm.Conversation.Direction.Issues;
using Helm.Conversation.Direction.Overviews;
using Helm.Conversation.Intents;
using Helm.Operations.Issues;
using Helm.Operations.Reviews;

namespace Helm.Conversation.Direction.Reviews;

/// <summary>Tells what happened: to one issue, or what was changed, opened and resolved in a span of time; or looks back in another form.</summary>
internal sealed class HistoryHandler(
    IssueFinder finder, IIssueReader issues, ReviewTeller reviews, Happenings happenings, KnownNames names, TimeProvider time) : IHandler
{
    private const int Most = 20;

    public string Intent => IntentNames.History;

    public async Task<Answer> HandleAsync(CommandRequest request, CancellationToken cancellation)
    {
        if (await reviews.TellAsync(request.Command.Text("mode"), request, cancellation) is { } told)
        {
            return told;
        }

        if (!ReviewTeller.IsAboutAnIssue(request.Command))
        {
            return await SpanAsync(request, cancellation);
        }

        var (issue, instead) = await finder.FindAsync(request, cancellation);

        return issue is null
            ? instead!
            : new Answer("history.issue", IssueAnswer.Of(issue, details: true, time.GetUtcNow()))
            {
                Issues = [issue.IssueId],
                FocusIssue = issue.IssueId,
            };
    }

    private async Task<Answer> SpanAsync(CommandRequest request, CancellationToken cancellation)
    {
        var command = request.Command;
        var place = Place.Of(command, names);
        var now = time.GetUtcNow();
        if (!Span.TryRead(request, now, out var span))
        {
            return Span.Unclear(command);
        }

        var all = await AllAsync(command, place, cancellation);

        return new Answer("history.span", new SpanAnswer
        {
            Timestamp = now,
            Environment = place.Environment,
            EnvironmentAssumed = place.Assumed,
            From = span.From,
            To = span.To,
            Changed = await happenings.ChangesAsync(place.Environment, span.From, span.To, all, cancellation),
            Opened = [.. all.Where(issue => span.Holds(issue.Metadata.CreatedAt)).OrderBy(issue => issue.Metadata.CreatedAt).Take(Most).Select(issue => Line(issue, issue.Metadata.CreatedAt))],
            Resolved = [.. all.Where(issue => issue.Metadata.ResolvedAt is { } at && span.Holds(at)).OrderBy(issue => issue.Metadata.ResolvedAt).Take(Most).Select(issue => Line(issue, issue.Metadata.ResolvedAt!.Value))],
        });
    }

    /// <summary>The open and the resolved.</summary>
    private async Task<List<Issue>> AllAsync(Command command, Place place, CancellationToken cancellation)
    {
        var filter = new IssueFilter
        {
            Environment = place.Environment,
            Domain = command.Text(Slots.Domain),
            Resource = command.Text(Slots.Resource),
            Top = 500,
        };
        var open = await issues.ListAsync(filter, cancellation);
        return [.. open, .. await issues.ListAsync(filter with { Status = IssueStatus.Resolved }, cancellation)];
    }

    private static HappenedLine Line(Issue issue, DateTimeOffset at) => new(at, issue.IssueId, issue.Summary.Title);
}

/// <summary>What was changed, and which issues were opened and resolved, in a span of time.</summary>
public sealed record SpanAnswer
{
    public required DateTimeOffset Timestamp { get; init; }

    public required string Environment { get; init; }

    public required bool EnvironmentAssumed { get; init; }

    public required DateTimeOffset From { get; init; }

    public required DateTimeOffset To { get; init; }

    /// <summary>What somebody did, as far as it was recorded.</summary>
    public required IReadOnlyList<Happening> Changed { get; init; }

    public required IReadOnlyList<HappenedLine> Opened { get; init; }

    public required IReadOnlyList<HappenedLine> Resolved { get; init; }
}

/// <summary>Something that happened to an issue.</summary>
public sealed record HappenedLine(DateTimeOffset At, string IssueId, string Title);
