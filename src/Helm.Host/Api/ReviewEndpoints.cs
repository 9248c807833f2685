using Helm.Host.Security;
using Helm.Operations.Issues;
using Helm.Operations.Reviews;

namespace Helm.Host.Api;

/// <summary>Looking back: <c>GET /api/issues/{id}/postmortem</c> and <c>GET /api/report</c>.</summary>
internal static class ReviewEndpoints
{
    private const int MostDays = 365;

    public static void MapReviews(this IEndpointRouteBuilder questions)
    {
        questions.MapGet("/issues/{id}/postmortem", DraftAsync)
            .WithName("PostMortem").WithSummary("The draft of an incident's post-mortem, as Markdown.").WithTags("Questions")
            .Produces<string>(contentType: "text/markdown").ProducesProblem(StatusCodes.Status404NotFound);
        questions.MapGet("/report", ReportAsync)
            .WithName("Report").WithSummary("How well operations went: MTTR, MTTA, what needed nobody, mends that helped, escalations that needed people.").WithTags("Questions")
            .Produces<Performance>().ProducesProblem(StatusCodes.Status400BadRequest);
    }

    private static async Task<IResult> DraftAsync(string id, IIssueReader issues, IncidentReviewer reviewer, CancellationToken cancellation) =>
        await issues.FindAsync(id, cancellation) is { } issue
            ? Results.Text(PostMortem.Draft(await reviewer.OfAsync(issue, cancellation)), "text/markdown; charset=utf-8")
            : Problems.Of(StatusCodes.Status404NotFound, "No such issue", "There is no issue with this id. /api/issues lists those that are open.");

    private static async Task<IResult> ReportAsync(HttpContext http, Scope scope, PerformanceReader performance, string? environment, int days = 30)
    {
        var (entities, problem) = await scope.ReadAsync(environment, null, http.RequestAborted);
        return problem is not null ? problem
            : days is < 1 or > MostDays ? Problems.Of(StatusCodes.Status400BadRequest, "No such span", $"days is 1 to {MostDays}.")
            : ApiJson.Document(await performance.ReadAsync(entities!.GetValueOrDefault("environment") as string, TimeSpan.FromDays(days), http.RequestAborted));
    }
}
