using System.Text.Json;
using System.Text.Json.Nodes;

namespace Helm.PracticeCloud.Office;

/// <summary>As much of GitHub's REST API for issues as Helm uses, and what a person does: read a work item, and close it when its fix ships.</summary>
internal static class TrackerDoor
{
    public static void Map(RouteGroupBuilder door, PracticeOffice office)
    {
        MapApi(door.MapGroup($"/repos/{PracticeOffice.Repository}/issues").AddEndpointFilter((invocation, next) => AdmitAsync(invocation, next, office)), office);
        MapPeople(door, office);
    }

    private static ValueTask<object?> AdmitAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next, PracticeOffice office) =>
        OfficeDoor.IsSame(invocation.HttpContext.Request.Headers.Authorization.ToString(), "Bearer " + office.Secret)
            ? next(invocation)
            : ValueTask.FromResult<object?>(Results.Json(new { message = "Bad credentials" }, statusCode: StatusCodes.Status401Unauthorized));

    private static void MapPeople(RouteGroupBuilder door, PracticeOffice office)
    {
        door.MapGet("/work-items/{number:int}", (int number) => office.Items.Find(number) is { } item ? Results.Text(Shown(item)) : Results.NotFound());
        door.MapPost("/work-items/{number:int}/close", (int number, CancellationToken cancellation) => CloseAsync(number, office, cancellation));
    }

    private static void MapApi(RouteGroupBuilder issues, PracticeOffice office)
    {
        issues.MapGet("", (string? labels, string? state, int? per_page, int? page) =>
            Results.Json(office.Items.List(labels ?? "", state ?? "open", per_page ?? 30, page ?? 1)));
        issues.MapPost("", async (HttpRequest request) => Results.Json(Create(await ReadAsync(request), request, office), statusCode: StatusCodes.Status201Created));
        issues.MapGet("/{number:int}", (int number) => Found(office.Items.Find(number)));
        issues.MapPatch("/{number:int}", async (int number, HttpRequest request) =>
            Found(office.Items.SetState(number, (string?)(await ReadAsync(request))["state"] ?? "open")));
        issues.MapPost("/{number:int}/comments", async (int number, HttpRequest request) => Comment(number, (string?)(await ReadAsync(request))["body"] ?? "", office));
    }

    private static JsonObject Create(JsonObject asked, HttpRequest request, PracticeOffice office)
    {
        string AddressOf(int number) => FormattableString.Invariant($"http://{request.Host}/_office/work-items/{number}");
        var item = office.Items.Add(asked, AddressOf);
        office.Tell($"""
            The developers have a work item: {(string?)item["title"]}
              to read it:             curl {(string?)item["html_url"]}
              when its fix ships:     curl -X POST {(string?)item["html_url"]}/close
            """);
        return item;
    }

    private static IResult Comment(int number, string text, PracticeOffice office)
    {
        var item = office.Items.Comment(number, text);
        office.Tell($"The developers read at work item {number}: {text}");
        return Found(item);
    }

    private static async Task<IResult> CloseAsync(int number, PracticeOffice office, CancellationToken cancellation)
    {
        if (office.Items.SetState(number, "closed") is not { } item)
        {
            return Results.NotFound();
        }

        await office.TellClosedAsync(item, cancellation);
        return Results.Text($"Work item {number} is closed. Helm looks now whether the fix holds.\n");
    }

    private static string Shown(JsonObject item) =>
        $"{(string?)item["title"]} ({(string?)item["state"]})\n\n{(string?)item["body"]}\n{string.Concat(item["comments"]!.AsArray().Select(comment => $"\n> {(string?)comment}\n"))}";

    private static IResult Found(JsonObject? item) => item is null ? Results.Json(new { message = "Not Found" }, statusCode: StatusCodes.Status404NotFound) : Results.Json(item);

    private static async Task<JsonObject> ReadAsync(HttpRequest request) =>
        await JsonSerializer.DeserializeAsync<JsonObject>(request.Body, cancellationToken: request.HttpContext.RequestAborted) ?? [];
}
