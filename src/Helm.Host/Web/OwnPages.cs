using Helm.Host.Security;
using Microsoft.Extensions.Options;

namespace Helm.Host.Web;

/// <summary>Lets in what one of Helm's own pages sends, and what no page does.</summary>
internal static class OwnPages
{
    /// <summary>The gate before all endpoints lets everything pass that only reads; a WebSocket reads, and goes on reading.</summary>
    public static ValueTask<object?> OnlyAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        return OriginGate.MayCome(http.Request, http.RequestServices.GetRequiredService<IOptions<SecurityOptions>>().Value)
            ? next(context)
            : ValueTask.FromResult<object?>(Problems.Of(
                StatusCodes.Status403Forbidden, "Foreign origin", "A page of another site sent this request. If the site is yours, add its origin to Helm:Security:AllowedOrigins."));
    }
}
