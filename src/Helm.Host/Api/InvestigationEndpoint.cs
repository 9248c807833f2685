using Helm.Conversation.Dialogs;
using Helm.Host.Security;
using Helm.Operations.Investigation;

namespace Helm.Host.Api;

/// <summary><c>GET /api/investigations/{id}</c>: evidence and report as they were kept, by the investigation's id or its issue's.</summary>
internal static class InvestigationEndpoint
{
    public static void MapInvestigation(this IEndpointRouteBuilder questions) =>
        questions.MapGet("/investigations/{id}", FindAsync)
            .WithName("Investigation").WithSummary("An investigation: its evidence and its report, each as the text that was kept.").WithTags("Questions")
            .Produces<StoredInvestigation>().ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> FindAsync(string id, IInvestigationStore store, CancellationToken cancellation) =>
        await store.FindAsync(id, cancellation) is { } kept
            ? Results.Json(new StoredInvestigation(kept.Id, kept.IssueId, kept.At, kept.Bundle, kept.Report), HelmJson.Options)
            : Problems.Of(StatusCodes.Status404NotFound, "No such investigation", "There is no investigation with this id, and none of an issue with this id. Ask 'investigate infra-001' first.");
}

/// <summary>An investigation that was kept.</summary>
/// <param name="Bundle">The evidence, as text: its hash is over these bytes.</param>
/// <param name="Report">The report, as text; the evidence makes it again, byte by byte.</param>
internal sealed record StoredInvestigation(string Id, string? IssueId, DateTimeOffset At, string Bundle, string Report);
