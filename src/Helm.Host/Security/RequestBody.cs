using System.Text.Json;

namespace Helm.Host.Security;

/// <summary>Reads a body that came from outside.</summary>
internal static class RequestBody
{
    /// <summary>The value, or the answer that says why there is none.</summary>
    public static async Task<(T? Value, IResult? Problem)> ReadAsync<T>(HttpContext http, JsonSerializerOptions options)
        where T : class
    {
        try
        {
            var value = await JsonSerializer.DeserializeAsync<T>(http.Request.Body, options, http.RequestAborted);
            return value is null ? (null, NotJson("The body is null.")) : (value, null);
        }
        catch (JsonException problem)
        {
            return (null, NotJson($"The body is not the JSON that is expected here: line {problem.LineNumber + 1}, at {problem.Path ?? "$"}."));
        }
    }

    public static async Task<byte[]> BytesAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        return body.ToArray();
    }

    private static IResult NotJson(string detail) => Problems.Of(
        StatusCodes.Status400BadRequest, "Not understood", detail + " /openapi/v1.json describes it.");
}
