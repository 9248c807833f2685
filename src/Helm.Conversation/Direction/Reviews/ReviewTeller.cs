using Helm.Conversation.Dialogs;
using Helm.Conversation.Direction.Issues;
using Helm.Conversation.Direction.Overviews;
using Helm.Conversation.Intents;
using Helm.Operations.Issues;
using Helm.Operations.Reviews;

namespace Helm.Conversation.Direction.Reviews;

/// <summary>Looks back: sums an incident up, hands everything over, drafts a post-mortem, says how well operations went.</summary>
internal sealed class ReviewTeller(
    IncidentReviewer reviewer, PerformanceReader performance, IssueFinder finder, IIssueReader issues, KnownNames names, TimeProvider time)
{
    private const int MostSummed = 5;
    private const int MostListed = 50;

    private static readonly TimeSpan Shift = TimeSpan.FromHours(12);
    private static readonly TimeSpan Month = TimeSpan.FromDays(30);

    /// <summary>Null for a mode that is none of these.</summary>
    public async Task<Answer?> TellAsync(string? mode, CommandRequest request, CancellationToken cancellation) => mode switch
    {
        "summary" => await AboutAsync(request, SummaryOf, cancellation),
        "postmortem" => await AboutAsync(request, PostMortemOf, cancellation),
        "handover" => IsAboutAnIssue(request.Command) ? await AboutAsync(request, SummaryOf, cancellation) : await HandoverAsync(request, cancellation),
        "report" => await ReportAsync(request, cancellation),
        _ => null,
    };

    internal static bool IsAboutAnIssue(Command command) =>
        command.Entities.ContainsKey(Slots.IssueId) || command.Entities.ContainsKey(Slots.Ordinal) || command.Entities.ContainsKey(Slots.Reference);

    private static Answer SummaryOf(IncidentReview review) => new("history.summary", SummaryAnswer.Of(review));

    private static Answer PostMortemOf(IncidentReview review) =>
        new("history.postmortem", new PostMortemAnswer(review.Issue.IssueId, review.Issue.Summary.Title, PostMortem.Draft(review)));

    private async Task<Answer> AboutAsync(CommandRequest request, Func<IncidentReview, Answer> tell, CancellationToken cancellation)
    {
        var (issue, instead) = IsNamed(request) ? await finder.FindAsync(request, cancellation) : (await MostUrgentAsync(cancellation), null);
        return issue is null
            ? instead ?? new Answer("shared.no_issue_open", new { }) { Succeeded = false }
            : tell(await reviewer.OfAsync(issue, cancellation)) with { Issues = [issue.IssueId], FocusIssue = issue.IssueId };
    }

    private static bool IsNamed(CommandRequest request) =>
        IsAboutAnIssue(request.Command) || request.Context.FocusIssue is not null
        || request.Command.Entities.ContainsKey(Slots.Resource) || request.Command.Entities.ContainsKey(Slots.Environment);

    /// <summary>"The incident" is the worst that is open; when nothing is, the one that ended last.</summary>
    private async Task<Issue?> MostUrgentAsync(CancellationToken cancellation) =>
        await issues.ListAsync(new() { Top = 1 }, cancellation) is [var worst, ..]
            ? worst
            : (await issues.ListAsync(new() { Status = IssueStatus.Resolved, Top = MostListed }, cancellation)).MaxBy(issue => issue.Metadata.ResolvedAt);

    private async Task<Answer> HandoverAsync(CommandRequest request, CancellationToken cancellation)
    {
        var place = Place.Of(request.Command, names);
        var filter = new IssueFilter { Environment = place.Environment, Top = MostListed };
        var open = await issues.ListAsync(filter, cancellation);
        var now = time.GetUtcNow();
        var resolved = await issues.ListAsync(filter with { Status = IssueStatus.Resolved }, cancellation);
        return new Answer("history.handover", new HandoverAnswer
        {
            Timestamp = now,
            Environment = place.Environment,
            EnvironmentAssumed = place.Assumed,
            Open = (await issues.CountAsync(filter, cancellation)).Total,
            Issues = await SumUpAsync(open.Take(MostSummed), cancellation),
            Resolved = [.. resolved.Where(issue => issue.Metadata.ResolvedAt > now - Shift).Select(HandoverAnswer.Line)],
        })
        {
            Issues = [.. open.Select(issue => issue.IssueId)],
        };
    }

    private async Task<List<SummaryAnswer>> SumUpAsync(IEnumerable<Issue> open, CancellationToken cancellation)
    {
        var summed = new List<SummaryAnswer>();
        foreach (var issue in open)
        {
            summed.Add(SummaryAnswer.Of(await reviewer.OfAsync(issue, cancellation)));
        }

        return summed;
    }

    private async Task<Answer> ReportAsync(CommandRequest request, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (!Span.IsSaid(request.Command))
        {
            return new Answer("history.report", await performance.ReadAsync(request.Command.Text(Slots.Environment), Month, cancellation));
        }

        return Span.TryRead(request, now, out var span)
            ? new Answer("history.report", await performance.ReadAsync(request.Command.Text(Slots.Environment), now - span.From, cancellation))
            : Span.Unclear(request.Command);
    }
}
