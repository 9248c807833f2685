using System.Text.Json;
using Helm.Host.Security;
using Helm.Operations.Checks;
using Helm.Operations.Settings;

namespace Helm.Host.Api;

/// <summary><c>/api/health-checks</c>: the latest reports, and one check now.</summary>
internal static class HealthCheckEndpoints
{
    private static readonly Duration UsualTimeout = Duration.FromMinutes(5);

    private static readonly Duration LongestTimeout = Duration.FromMinutes(15);

    private static readonly JsonSerializerOptions SnakeCase = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static void MapHealthChecks(this IEndpointRouteBuilder questions, IEndpointRouteBuilder changes)
    {
        questions.MapGet("/health-checks", LatestAsync)
            .WithName("HealthReports").WithSummary("The latest health report of each deployment.").WithTags("Deployments")
            .Produces<HealthReportList>();
        changes.MapPost("/health-checks", CheckAsync)
            .WithName("CheckNow").WithSummary("Checks one deployment now: the creating side's initial check.").WithTags("Deployments")
            .Accepts<HealthCheckRequest>("application/json").Produces<HealthReportDocument>()
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> LatestAsync(IReportReader reports, CancellationToken cancellation)
    {
        var documents = new List<HealthReportDocument>();
        foreach (var report in await reports.LatestAsync(cancellation))
        {
            documents.Add(HealthReportDocument.From(report, await reports.OpenIssuesAsync(report, cancellation)));
        }

        return ApiJson.Document(new HealthReportList(documents));
    }

    private static async Task<IResult> CheckAsync(HttpContext http, HealthCheckRunner checks)
    {
        var (request, problem) = await RequestBody.ReadAsync<HealthCheckRequest>(http, SnakeCase);
        if (request is null)
        {
            return problem!;
        }

        if (string.IsNullOrWhiteSpace(request.DeploymentId) || TimeoutOf(request) is not { } timeout)
        {
            return Problems.Of(
                StatusCodes.Status400BadRequest, "Not checked",
                $"deployment_id names a registered deployment, and timeout is {Duration.Expected}, at most {LongestTimeout}; without it {UsualTimeout}.");
        }

        return await checks.CheckNowAsync(request.DeploymentId, timeout, http.RequestAborted) switch
        {
            CheckNowResult.Checked { Report: var report } => ApiJson.Document(report),
            CheckNowResult.TimedOut { Report: var report } => ApiJson.Document(report),
            _ => DeploymentEndpoints.Unknown(),
        };
    }

    private static TimeSpan? TimeoutOf(HealthCheckRequest request)
    {
        var timeout = UsualTimeout;
        var isDuration = request.Timeout is null || Duration.TryParse(request.Timeout, out timeout);
        return isDuration && timeout.Value > TimeSpan.Zero && timeout.Value <= LongestTimeout.Value ? timeout : null;
    }
}

/// <summary>Asks for one check.</summary>
/// <param name="Timeout">How long to wait, as <c>5m</c>; then health is unknown.</param>
internal sealed record HealthCheckRequest(string? DeploymentId, string? Timeout);

/// <summary>The latest report of each deployment.</summary>
internal sealed record HealthReportList(IReadOnlyList<HealthReportDocument> Reports);
