using System.Text.Json;
using Helm.Host.Security;
using Helm.Operations.Remediation;
using Helm.Operations.Remediation.Approvals;

namespace Helm.Host.Api;

/// <summary><c>POST /api/plans/{id}/approve|reject</c>: a yes or a no that names the plan and its hash.</summary>
internal static class DecisionEndpoints
{
    private const int LongestText = 500;

    private static readonly JsonSerializerOptions SnakeCase = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static void MapDecisions(this IEndpointRouteBuilder decisions)
    {
        decisions.MapPost("/plans/{id}/approve", ApproveAsync)
            .WithName("ApprovePlan").WithSummary("Lets a plan run: names its hash and, where it needs one, its challenge.").WithTags("Remediation")
            .Accepts<PlanDecision>("application/json").Produces<PlanDocument>().ProducesProblem(StatusCodes.Status409Conflict);
        decisions.MapPost("/plans/{id}/reject", RejectAsync)
            .WithName("RejectPlan").WithSummary("Ends a plan that waits.").WithTags("Remediation")
            .Accepts<PlanDecision>("application/json").Produces<PlanDocument>().ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> ApproveAsync(string id, HttpContext http, IRemediation remediation, Deciders deciders)
    {
        var (decision, problem) = await DecisionAsync(http);
        if (decision is null)
        {
            return problem!;
        }

        if (string.IsNullOrWhiteSpace(decision.PlanHash))
        {
            return Problems.Of(StatusCodes.Status400BadRequest, "Not approved", "plan_hash is missing: it is the hash of the plan that was looked at, from GET /api/plans/{id}.");
        }

        if (deciders.Of(http, decision.Person) is not { } person)
        {
            return Deciders.NotAccepted();
        }

        var attempt = new ApprovalAttempt(id, decision.PlanHash, person, Caller.Of(http).IsSignedIn ? ApprovalMeans.Button : ApprovalMeans.Named) { Words = decision.Challenge };
        return await ToldAsync(await remediation.ApproveAsync(attempt, http.RequestAborted), remediation, http.RequestAborted);
    }

    private static async Task<IResult> RejectAsync(string id, HttpContext http, IRemediation remediation, Deciders deciders)
    {
        var (decision, problem) = await DecisionAsync(http);
        if (decision is null)
        {
            return problem!;
        }

        return deciders.Of(http, decision.Person) is { } person
            ? await ToldAsync(await remediation.RejectAsync(id, decision.PlanHash, person, decision.Reason, http.RequestAborted), remediation, http.RequestAborted)
            : Deciders.NotAccepted();
    }

    private static async Task<(PlanDecision? Decision, IResult? Problem)> DecisionAsync(HttpContext http)
    {
        var (decision, problem) = await RequestBody.ReadAsync<PlanDecision>(http, SnakeCase);
        return decision is not null && new[] { decision.PlanHash, decision.Challenge, decision.Person, decision.Reason }.Any(text => text?.Length > LongestText)
            ? (null, Problems.Of(StatusCodes.Status400BadRequest, "Not understood", $"A field has more than {LongestText} characters."))
            : (decision, problem);
    }

    private static async Task<IResult> ToldAsync(ApprovalVerdict verdict, IRemediation remediation, CancellationToken cancellation) => verdict switch
    {
        { Result: ApprovalResult.UnknownPlan } or { Record: null } => PlanEndpoints.Unknown(),
        { Result: ApprovalResult.Approved or ApprovalResult.SecondPersonNeeded or ApprovalResult.Rejected, Record: { } record } =>
            await PlanEndpoints.DocumentAsync(record, remediation, cancellation),
        { Result: ApprovalResult.NotEntitled } => Refused(StatusCodes.Status403Forbidden, verdict),
        _ => Refused(StatusCodes.Status409Conflict, verdict),
    };

    private static IResult Refused(int status, ApprovalVerdict verdict) => Problems.Of(
        status, "Not approved", PlanRefusals.Sentence(verdict),
        new Dictionary<string, object?> { ["result"] = JsonNamingPolicy.SnakeCaseLower.ConvertName(verdict.Result.ToString()) });
}

/// <summary>A yes or a no to a plan.</summary>
/// <param name="Challenge">The three words, where the plan has them.</param>
/// <param name="Person">Only from a caller who may name one.</param>
internal sealed record PlanDecision(string? PlanHash, string? Challenge, string? Person, string? Reason);
