using Microsoft.Net.Http.Headers;

namespace Helm.Host.Security;

/// <summary>Takes JSON in UTF-8 and nothing else: a browser form cannot send it, and nothing has to be guessed.</summary>
internal sealed class JsonGate(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http) =>
        (HttpMethods.IsPost(http.Request.Method) || HttpMethods.IsPut(http.Request.Method) || HttpMethods.IsPatch(http.Request.Method))
            && !IsJson(http.Request.ContentType)
            ? Problems.WriteAsync(
                http, StatusCodes.Status415UnsupportedMediaType, "Not JSON",
                "The body must be JSON in UTF-8. Send it with the header Content-Type: application/json.")
            : next(http);

    private static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || type.Charset.Value.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase));
}
