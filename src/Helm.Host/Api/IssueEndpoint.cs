using System.Text.Json;
using Helm.Conversation.Dialogs;
using Helm.Host.Security;
using Helm.Operations.Issues;

namespace Helm.Host.Api;

/// <summary><c>GET /api/issues/{id}</c>: one issue document, and how its priority came about.</summary>
internal static class IssueEndpoint
{
    public static void MapIssue(this IEndpointRouteBuilder questions) =>
        questions.MapGet("/issues/{id}", FindAsync)
            .WithName("Issue").WithSummary("One issue, whole, with the terms of its priority.").WithTags("Questions")
            .Produces<Issue>().ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> FindAsync(string id, IIssueReader issues, TimeProvider time, CancellationToken cancellation)
    {
        if (await issues.FindAsync(id, cancellation) is not { } issue)
        {
            return Problems.Of(StatusCodes.Status404NotFound, "No such issue", "There is no issue with this id. /api/issues lists those that are open.");
        }

        var document = JsonSerializer.SerializeToNode(issue, HelmJson.Options)!.AsObject();
        document["priority_terms"] = JsonSerializer.SerializeToNode(Prioritizer.Explain(issue, time.GetUtcNow()).Terms, HelmJson.Options);
        return ApiJson.Document(document);
    }
}
