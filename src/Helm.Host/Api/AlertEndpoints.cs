using Helm.Host.Security;
using Helm.Operations.Alerts;

namespace Helm.Host.Api;

/// <summary><c>/api/alerts</c>: what people were told, why they were not told the rest, and who is at it.</summary>
internal static class AlertEndpoints
{
    private const int Most = 100;

    public static void MapAlerts(this IEndpointRouteBuilder questions, IEndpointRouteBuilder changes)
    {
        questions.MapGet("/alerts", async (IAlertBook book, bool? all, CancellationToken cancellation) =>
                ApiJson.Document(new AlertList(await book.ListAsync(open: all != true, Most, cancellation))))
            .WithName("Alerts").WithSummary("Incidents that are open, or all of late, the latest first.").WithTags("Alerts").Produces<AlertList>();
        questions.MapGet("/alerts/why/{issueId}", async (string issueId, IAlertBook book, CancellationToken cancellation) =>
                ApiJson.Document(new DecisionList(issueId, await book.DecisionsAsync(issueId, Most, cancellation))))
            .WithName("WhyAlert").WithSummary("What became of an issue's changes on their way to people, the latest first.").WithTags("Alerts").Produces<DecisionList>();
        changes.MapPost("/issues/{id}/acknowledge", AcknowledgeAsync)
            .WithName("Acknowledge").WithSummary("Takes an issue on: no more alerts about it until it is over.").WithTags("Alerts")
            .Produces<AcknowledgedIssue>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> AcknowledgeAsync(string id, HttpContext http, Quiet quiet) =>
        await quiet.AcknowledgeAsync(id, Caller.Of(http).Person.Name, http.RequestAborted) switch
        {
            null => Problems.Of(StatusCodes.Status404NotFound, "No such issue", "There is no issue with this id. /api/issues lists those that are open."),
            { By: null } => Problems.Of(StatusCodes.Status409Conflict, "Resolved", "The issue is resolved already; there is nothing left to take on."),
            var taken => ApiJson.Document(new AcknowledgedIssue(taken.Issue.IssueId, taken.By!, taken.IsNew)),
        };
}

/// <summary>Alerts, the latest first.</summary>
internal sealed record AlertList(IReadOnlyList<Alert> Alerts);

/// <summary>What became of an issue's changes on their way to people.</summary>
internal sealed record DecisionList(string IssueId, IReadOnlyList<AlertDecision> Decisions);

/// <summary>Who is at an issue.</summary>
internal sealed record AcknowledgedIssue(string IssueId, string By, bool IsNew);
