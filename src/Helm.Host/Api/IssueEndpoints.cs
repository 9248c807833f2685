using Helm.Conversation.Intents;
using Helm.Host.Turns;
using Helm.Operations.Issues;

namespace Helm.Host.Api;

/// <summary><c>GET /api/issues</c>: the issue documents, most urgent first.</summary>
internal static class IssueEndpoints
{
    public static void MapIssues(this IEndpointRouteBuilder questions)
    {
        questions.MapGet("/issues", ListAsync)
            .WithName("Issues").WithSummary("What is wrong, the most urgent first.").WithTags("Questions")
            .Produces<IssueList>().ProducesProblem(StatusCodes.Status400BadRequest);
    }

    private static async Task<IResult> ListAsync(
        HttpContext http, LoggedTurns turns, Scope scope, IIssueReader issues, [AsParameters] IssueQuery query)
    {
        var (entities, problem) = await scope.ReadAsync(query.Environment, query.Domain, http.RequestAborted);
        problem ??= query.Wrong();
        if (entities is null || problem is not null)
        {
            return problem!;
        }

        if (query.Format is "text" or "voice")
        {
            return await OverviewEndpoints.TellAsync(http, turns, IntentNames.IssuesList, query.AddTo(entities), query.Format);
        }

        var filter = query.Filter(entities);
        return ApiJson.Document(new IssueList(
            (await issues.CountAsync(filter, http.RequestAborted)).Total, await issues.ListAsync(filter, http.RequestAborted)));
    }
}

/// <summary>Issues that match, of which the list may be the beginning.</summary>
internal sealed record IssueList(int Total, IReadOnlyList<Issue> Issues);
