using Microsoft.Extensions.Options;

namespace Helm.Host.Security;

/// <summary>Pages of other sites may not make a visitor's browser send anything that counts.</summary>
internal sealed class OriginGate(RequestDelegate next, IOptions<SecurityOptions> options)
{
    public Task InvokeAsync(HttpContext http)
    {
        var request = http.Request;
        return HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || MayCome(request, options.Value)
            ? next(http)
            : Problems.WriteAsync(
                http, StatusCodes.Status403Forbidden, "Foreign origin",
                "A page of another site sent this request. If the site is yours, add its origin to Helm:Security:AllowedOrigins.");
    }

    /// <summary>From no page, from one of Helm's own, or from one that the operator named.</summary>
    public static bool MayCome(HttpRequest request, SecurityOptions options) => request.Headers.Origin.All(origin =>
        origin == $"{request.Scheme}://{request.Host}" || (origin is not null && options.AllowedOrigins.Contains(origin)));
}
