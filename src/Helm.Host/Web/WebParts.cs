using Helm.Chat.DirectLine;
using Helm.Host.Security;
using Helm.Host.Sessions;
using Microsoft.Extensions.Options;

namespace Helm.Host.Web;

/// <summary>What browsers come for: signing in, and the conversation.</summary>
internal static class WebParts
{
    public static IServiceCollection AddWeb(this IServiceCollection services, IConfiguration configuration) => services
        .AddSessions(configuration)
        .AddDirectLine(configuration);

    public static void MapWeb(this WebApplication app)
    {
        app.UseWebSockets();
        app.MapSignIn();
        app.MapGroup("").AddEndpointFilter(OwnPagesOnlyAsync).MapDirectLine();
    }

    /// <summary>The gate before all endpoints lets everything pass that only reads; a WebSocket reads, and goes on reading.</summary>
    private static ValueTask<object?> OwnPagesOnlyAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        return OriginGate.MayCome(http.Request, http.RequestServices.GetRequiredService<IOptions<SecurityOptions>>().Value)
            ? next(context)
            : ValueTask.FromResult<object?>(Problems.Of(
                StatusCodes.Status403Forbidden, "Foreign origin", "A page of another site sent this request. If the site is yours, add its origin to Helm:Security:AllowedOrigins."));
    }
}
