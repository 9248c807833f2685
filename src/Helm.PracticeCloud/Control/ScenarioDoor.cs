using Helm.PracticeCloud.Data;
using Helm.PracticeCloud.Scenarios;

namespace Helm.PracticeCloud.Control;

/// <summary>Scenarios through the control door.</summary>
internal static class ScenarioDoor
{
    public static void Map(RouteGroupBuilder door, Stage stage)
    {
        door.MapGet("/scenarios", () => Replies.Json(new { known = stage.Known, running = stage.All.Select(Status) }));
        door.MapPost("/scenarios", (HttpRequest request) =>
            Replies.WithDocumentAsync<ScenarioDefinition>(request, scenario => Replies.Json(Status(stage.Start(scenario, "request")))));
        door.MapPost("/scenarios/{name}", (string name) => Replies.Guarded(() => Replies.Json(Status(stage.StartKnown(name)))));
        door.MapDelete("/scenarios/{name}", (string name) => stage.End(name)
            ? Results.NoContent()
            : Replies.Problem(new DataFileException(name, "name", "no such scenario is in force"), StatusCodes.Status404NotFound));
    }

    private static object Status(RunningScenario scenario) => new
    {
        name = scenario.Definition.Name,
        environment = scenario.Definition.Environment,
        onset = scenario.Onset,
        cleared_at = scenario.ClearedAt,
        clearing_calls = scenario.Definition.ClearsBy?.Calls.Count ?? 0,
        clearing_calls_seen = scenario.CallsSeen,
    };
}
