using System.Text.Json;
using Helm.Host.Security;
using Helm.Operations.Remediation;
using Helm.Operations.Remediation.Policy;
using Helm.Operations.Remediation.Records;

namespace Helm.Host.Api;

/// <summary><c>/api/automation</c>: the switches that stop changes; <c>/api/action-log</c>: what was done, and proof that it is whole.</summary>
internal static class AutomationEndpoints
{
    private const int MostEntries = 500;

    private static readonly JsonSerializerOptions SnakeCase = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static void MapAutomation(this IEndpointRouteBuilder questions, IEndpointRouteBuilder changes)
    {
        questions.MapGet("/automation", ListAsync)
            .WithName("Automation").WithSummary("What stops changes now or later.").WithTags("Remediation").Produces<StopList>();
        changes.MapPost("/automation/stop", StopAsync)
            .WithName("StopAutomation").WithSummary("Stops what Helm does by itself (automation), or every change (freeze).").WithTags("Remediation")
            .Accepts<StopRequest>("application/json").Produces<StopList>();
        changes.MapPost("/automation/resume", ResumeAsync)
            .WithName("ResumeAutomation").WithSummary("Lifts the stops of a kind.").WithTags("Remediation")
            .Accepts<StopRequest>("application/json").Produces<StopList>();
        questions.MapGet("/action-log", async (long? after, int? top, IActionLog log, CancellationToken cancellation) => ApiJson.Document(
                new { entries = await log.ReadAsync(after ?? 0, Math.Clamp(top ?? 100, 1, MostEntries), cancellation) }))
            .WithName("ActionLog").WithSummary("Everything that was proposed, allowed, refused, attempted and found out.").WithTags("Remediation");
        questions.MapGet("/action-log/verification", async (LogVerification verification, CancellationToken cancellation) =>
            {
                var found = await verification.VerifyAsync(cancellation);
                return ApiJson.Document(new { whole = found.Fault is null, found.Entries, found.Fault, found.Head });
            })
            .WithName("VerifyActionLog").WithSummary("Whether the action log is whole: nothing changed, removed or moved.").WithTags("Remediation");
    }

    private static async Task<IResult> ListAsync(IRemediation remediation, CancellationToken cancellation) =>
        ApiJson.Document(new StopList(remediation.IsOn, await remediation.StopsAsync(cancellation)));

    private static Task<IResult> StopAsync(HttpContext http, IRemediation remediation) => TurnAsync(
        http, remediation,
        (kind, request) => remediation.StopAsync(kind, Caller.Of(http).Person, request.From, request.Until, request.Reason, http.RequestAborted));

    private static Task<IResult> ResumeAsync(HttpContext http, IRemediation remediation) => TurnAsync(
        http, remediation, (kind, _) => remediation.LiftAsync(kind, Caller.Of(http).Person, http.RequestAborted));

    private static async Task<IResult> TurnAsync(HttpContext http, IRemediation remediation, Func<StopKind, StopRequest, Task<bool>> turn)
    {
        var (request, problem) = await RequestBody.ReadAsync<StopRequest>(http, SnakeCase);
        if (request is null)
        {
            return problem!;
        }

        if (request is not { Kind: "automation" or "freeze", Reason: null or { Length: <= 500 } } || request.Until <= (request.From ?? DateTimeOffset.MinValue))
        {
            return Problems.Of(StatusCodes.Status400BadRequest, "Not switched", "kind is automation or freeze; until, where it is given, comes after from; reason has at most 500 characters.");
        }

        var kind = request.Kind == "freeze" ? StopKind.Freeze : StopKind.Automation;
        return await turn(kind, request)
            ? await ListAsync(remediation, http.RequestAborted)
            : Problems.Of(StatusCodes.Status403Forbidden, "Not switched", "To stop takes an operator, to let changes be made again an approver.");
    }
}

/// <summary>Turns a switch.</summary>
/// <param name="Kind"><c>automation</c> or <c>freeze</c>.</param>
internal sealed record StopRequest(string? Kind, DateTimeOffset? From, DateTimeOffset? Until, string? Reason);

/// <summary>Whether remediation is on, and what stops it.</summary>
internal sealed record StopList(bool Enabled, IReadOnlyList<AutomationStop> Stops);
