using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Helm.PracticeCloud.Control;

namespace Helm.PracticeCloud.Office;

/// <summary>The doors of the office, for local callers only: <c>/_office/alerts</c> of whoever is on call, and the tracker.</summary>
internal static class OfficeDoor
{
    public static void Map(WebApplication app, PracticeOffice office)
    {
        var door = app.MapGroup("/_office").AddEndpointFilter(LocalCallers.Admit);
        door.MapPost("/alerts", (HttpRequest request) => TakeAlertAsync(request, office));
        TrackerDoor.Map(door, office);
    }

    /// <summary>Signed by Helm over <c>TIMESTAMP.BODY</c>.</summary>
    private static async Task<IResult> TakeAlertAsync(HttpRequest request, PracticeOffice office)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        byte[] signed = [.. Encoding.ASCII.GetBytes(request.Headers["X-Helm-Timestamp"] + "."), .. body.ToArray()];
        if (!IsSame(request.Headers["X-Helm-Signature-256"].ToString(), PracticeOffice.Signature(signed, office.Secret)))
        {
            return Results.Unauthorized();
        }

        try
        {
            var text = (string?)JsonNode.Parse(body.ToArray())?["text"] ?? "";
            office.Tell($"The engineer on call is told:\n  {text.Trim().ReplaceLineEndings("\n  ")}");
            return Results.NoContent();
        }
        catch (Exception odd) when (odd is JsonException or InvalidOperationException)
        {
            return Results.BadRequest();
        }
    }

    internal static bool IsSame(string given, string expected) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(given)), SHA256.HashData(Encoding.UTF8.GetBytes(expected)));
}
