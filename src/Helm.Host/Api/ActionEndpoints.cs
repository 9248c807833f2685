using System.Text.Json;
using Helm.Host.Security;
using Helm.Operations.Environments;
using Helm.Operations.Remediation;
using Helm.Operations.Remediation.Plans;
using Helm.Operations.Remediation.Remedies;

namespace Helm.Host.Api;

/// <summary><c>POST /api/actions</c>: the action documents of an agent behind the Warden's gate.</summary>
internal static class ActionEndpoints
{
    private static readonly JsonSerializerOptions SnakeCase = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static void MapActions(this IEndpointRouteBuilder questions, IEndpointRouteBuilder changes)
    {
        changes.MapPost("/actions", RunAsync)
            .WithName("Act").WithSummary("Asks for an action; what needs leave waits for it.").WithTags("Remediation")
            .Accepts<ActionRequest>("application/json").Produces<ActionDocument>().ProducesProblem(StatusCodes.Status400BadRequest);
        questions.MapGet("/actions/{approvalId}", FindAsync)
            .WithName("Action").WithSummary("What became of an action.").WithTags("Remediation").Produces<ActionDocument>();
    }

    private static async Task<IResult> FindAsync(
        string approvalId, IRemediation remediation, RemedyCatalogue remedies, EnvironmentDirectory environments, CancellationToken cancellation) =>
        await remediation.FindAsync(approvalId, cancellation) is { } record
            ? ApiJson.Document(ActionDocument.Of(record, remedies.VerbOf(record.Plan.Actions[0])) with { Environment = environments.DisplayName(record.Plan.Environment).ToLowerInvariant() })
            : Problems.Of(StatusCodes.Status404NotFound, "No such action", "There is no action of this approval id.");

    private static async Task<IResult> RunAsync(HttpContext http, ActionDesk desk, EnvironmentDirectory environments)
    {
        var (request, problem) = await RequestBody.ReadAsync<ActionRequest>(http, SnakeCase);
        if (request is null)
        {
            return problem!;
        }

        if (request.Wrong() is { } wrong)
        {
            return Problems.Of(StatusCodes.Status400BadRequest, "Not understood", wrong);
        }

        if (environments.Find(request.Environment!) is not { } environment)
        {
            return Problems.Of(
                StatusCodes.Status400BadRequest, "Not understood",
                $"environment names none that is known: {string.Join(", ", environments.All.Select(known => known.Name))}.");
        }

        return ApiJson.Document(await desk.RunAsync(request, environment.Name, Caller.Of(http).Person, http.RequestAborted));
    }
}

/// <summary>Asks for an action.</summary>
/// <param name="Action">deploy, restart, stop, scale, rollback, clear_cache, increase_capacity, health_check or logs.</param>
/// <param name="Count">How many, for scale and increase_capacity.</param>
internal sealed record ActionRequest(string? Action, string? Target, string? Environment, string? Reason, decimal? Count)
{
    private const int LongestText = 500;

    private static readonly string[] Known =
    [
        "deploy", "restart", "stop", "scale", "rollback", "clear_cache", "increase_capacity", "delete_resources", "modify_security_groups", "health_check", "logs",
    ];

    /// <summary>What is wrong and what is expected; null when all is well.</summary>
    public string? Wrong() => this switch
    {
        { Action: var action } when action is null || !Known.Contains(action) => $"action is one of {string.Join(", ", Known)}.",
        { Target: var target } when string.IsNullOrWhiteSpace(target) || target.Length > LongestText => "target is the name of a service, function, database, cache or container.",
        { Environment: var environment } when string.IsNullOrWhiteSpace(environment) || environment.Length > LongestText => "environment is production, staging, dev or another one that is configured.",
        { Reason: { Length: > LongestText } } => $"reason has more than {LongestText} characters.",
        _ => null,
    };
}

/// <summary>What became of an action.</summary>
/// <param name="Status">pending_approval, approved, executed or failed.</param>
internal sealed record ActionDocument(
    string Action, string Target, string Environment, string Status, Guid? ApprovalId, string? Outcome, bool Logged)
{
    /// <param name="verb">What documents call the first step.</param>
    public static ActionDocument Of(PlanRecord record, string verb)
    {
        var first = record.Plan.Actions[0];
        var effects = string.Join("; ", record.Plan.Actions.Select(action => action.Effect));
        var status = record.Status switch
        {
            PlanStatus.Pending => "pending_approval",
            PlanStatus.Approved or PlanStatus.Running or PlanStatus.Verifying or PlanStatus.Undoing => "approved",
            PlanStatus.Succeeded => "executed",
            _ => "failed",
        };
        return new(verb, first.Target.Name, record.Plan.Environment, status, record.Plan.ApprovalId, record.Outcome ?? effects, Logged: true);
    }
}
