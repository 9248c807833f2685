using Helm.Host.Security;
using Helm.Operations.Remediation;
using Helm.Operations.Remediation.Plans;

namespace Helm.Host.Api;

/// <summary><c>/api/plans</c>: what is proposed, and what became of it.</summary>
internal static class PlanEndpoints
{
    private const int MostPlans = 200;

    public static void MapPlans(this IEndpointRouteBuilder questions)
    {
        questions.MapGet("/plans", ListAsync)
            .WithName("Plans").WithSummary("Plans of remediation, the latest first.").WithTags("Remediation").Produces<PlanList>();
        questions.MapGet("/plans/{id}", FindAsync)
            .WithName("Plan").WithSummary("One plan, by rem-001 or its approval id.").WithTags("Remediation")
            .Produces<PlanDocument>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> ListAsync(string? issue, bool? open, int? top, IRemediation remediation, CancellationToken cancellation)
    {
        var records = await remediation.ListAsync(
            new() { IssueId = issue, Open = open == true, Top = Math.Clamp(top ?? 50, 1, MostPlans) }, cancellation);
        return ApiJson.Document(new PlanList([.. records.Select(record => PlanDocument.Of(record, null, []))]));
    }

    private static async Task<IResult> FindAsync(string id, IRemediation remediation, CancellationToken cancellation) =>
        await remediation.FindAsync(id, cancellation) is { } record ? await DocumentAsync(record, remediation, cancellation) : Unknown();

    public static IResult Unknown() =>
        Problems.Of(StatusCodes.Status404NotFound, "No such plan", "There is no plan of this id. GET /api/plans lists them.");

    public static async Task<IResult> DocumentAsync(PlanRecord record, IRemediation remediation, CancellationToken cancellation) => ApiJson.Document(
        PlanDocument.Of(record, await remediation.ChallengeOfAsync(record, cancellation), await remediation.JournalAsync(record.Plan.Id, cancellation)));
}

/// <summary>Plans without their journals.</summary>
internal sealed record PlanList(IReadOnlyList<PlanDocument> Plans);
