using Helm.PracticeCloud.Data;
using Helm.PracticeCloud.Faults;
using Helm.PracticeCloud.Scenarios;

namespace Helm.PracticeCloud.Control;

/// <summary>The control door <c>/_practice</c>: faults, scenarios and statistics, for local callers only.</summary>
internal static class ControlDoor
{
    public static void Map(WebApplication app, FaultBoard faults, CallBook book, Stage stage, IReadOnlySet<string> operations)
    {
        var door = app.MapGroup("/_practice").AddEndpointFilter(LocalCallers.Admit);
        MapFaults(door, faults, operations);
        MapStatistics(door, book);
        ScenarioDoor.Map(door, stage);
        door.MapFallback("{**path}", () => Replies.Problem(
            new DataFileException("request", "path", "the control door has /_practice/faults, /_practice/scenarios and /_practice/stats"), StatusCodes.Status404NotFound));
    }

    private static void MapFaults(RouteGroupBuilder door, FaultBoard faults, IReadOnlySet<string> operations)
    {
        door.MapGet("/faults", () => Replies.Json(new { faults = faults.InForce }));
        door.MapPost("/faults", (HttpRequest request) => Replies.WithDocumentAsync<FaultRule>(request, rule => AddFault(faults, rule, operations)));
        door.MapDelete("/faults", () => Replies.Json(new { removed = faults.Clear() }));
    }

    private static void MapStatistics(RouteGroupBuilder door, CallBook book)
    {
        door.MapGet("/stats", () => Replies.Json(book.Summary()));
        door.MapDelete("/stats", () =>
        {
            book.Clear();
            return Results.NoContent();
        });
    }

    private static IResult AddFault(FaultBoard faults, FaultRule rule, IReadOnlySet<string> operations)
    {
        if (rule.Mistake() is { } mistake)
        {
            throw new DataFileException("request", mistake.Field, mistake.Reason);
        }

        if (!operations.Any(name => (rule.Service is null || name.StartsWith(rule.Service + ":", StringComparison.Ordinal))
            && (rule.Operation is null || name.EndsWith(":" + rule.Operation, StringComparison.Ordinal))))
        {
            throw new DataFileException("request", "operation", $"{rule.Service}:{rule.Operation} is no operation of the practice cloud; write service lambda, operation UpdateAlias");
        }

        faults.Add(rule);
        return Replies.Json(rule);
    }
}
