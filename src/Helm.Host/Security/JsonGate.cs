using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace Helm.Host.Security;

/// <summary>Takes JSON in UTF-8 and nothing else: a browser form cannot send it, and nothing has to be guessed.</summary>
/// <remarks>Except where an endpoint says that it takes forms; such a one asks for a proof in each request that no browser adds by itself.</remarks>
internal sealed class JsonGate(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http) =>
        (HttpMethods.IsPost(http.Request.Method) || HttpMethods.IsPut(http.Request.Method) || HttpMethods.IsPatch(http.Request.Method))
            && !IsJson(http.Request.ContentType)
            && !IsFormForForms(http)
            && HasBody(http)
            ? Problems.WriteAsync(
                http, StatusCodes.Status415UnsupportedMediaType, "Not JSON",
                "The body must be JSON in UTF-8. Send it with the header Content-Type: application/json.")
            : next(http);

    private static bool IsFormForForms(HttpContext http) =>
        http.Request.HasFormContentType
        && http.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes
            .Any(type => http.Request.ContentType!.StartsWith(type, StringComparison.OrdinalIgnoreCase)) == true;

    /// <summary>Direct Line clients renew a token by an empty request.</summary>
    private static bool HasBody(HttpContext http) =>
        http.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody != false;

    private static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || type.Charset.Value.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase));
}
