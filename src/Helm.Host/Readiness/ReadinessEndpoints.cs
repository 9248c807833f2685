using Helm.Conversation.Dialogs;

namespace Helm.Host.Readiness;

/// <summary><c>GET /healthz</c>: the process lives; <c>GET /readyz</c>: it can do its work.</summary>
internal static partial class ReadinessEndpoints
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static void MapReadiness(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/healthz", () => Results.Text("ok"))
            .WithName("Alive").WithSummary("Whether the process lives.").WithTags("Operation");
        endpoints.MapGet("/readyz", ReadyAsync)
            .WithName("Ready").WithSummary("Whether Helm can do its work, part by part.").WithTags("Operation")
            .Produces<ReadinessReport>().Produces<ReadinessReport>(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<IResult> ReadyAsync(
        IEnumerable<IReadinessCheck> checks, ILogger<ReadinessReport> log, CancellationToken cancellation)
    {
        var parts = await Task.WhenAll(checks.Select(check => StateAsync(check, log, cancellation)));
        var ready = parts.All(part => !part.Required || part.State == ReadinessState.ReadyState);
        return Results.Json(
            new ReadinessReport(ready ? "ready" : "not_ready", parts), HelmJson.Indented,
            statusCode: ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<ReadinessPart> StateAsync(IReadinessCheck check, ILogger log, CancellationToken cancellation)
    {
        try
        {
            var state = await check.CheckAsync(cancellation).WaitAsync(Patience, cancellation);
            return new(check.Name, check.Required, state.State, state.Reason);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            LogUnavailable(log, problem, check.Name);
            return new(check.Name, check.Required, "unavailable", "It did not answer; Helm's log has the reason, and 'heyhelm doctor' the remedy.");
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Part} is not ready")]
    private static partial void LogUnavailable(ILogger log, Exception problem, string part);
}

/// <summary>Whether Helm can do its work.</summary>
internal sealed record ReadinessReport(string Status, IReadOnlyList<ReadinessPart> Parts);

/// <summary>One part of <see cref="ReadinessReport"/>.</summary>
internal sealed record ReadinessPart(string Name, bool Required, string State, string? Reason);
