using System.Text.Json.Nodes;
using Helm.Chat.DirectLine;
using Helm.Host.Security;
using Microsoft.Extensions.Options;

namespace Helm.Host.Sessions;

/// <summary>Somebody's browser, from signing in to signing out.</summary>
internal sealed record Session(string PersonId, string Name, DateTimeOffset Until);

/// <summary>Keeps sessions where they belong: in a cookie that no script reads and no other site sends.</summary>
internal sealed class SessionCookie(ITickets tickets, IOptions<SignInOptions> options, IOptions<SecurityOptions> security, TimeProvider time)
{
    private const string Purpose = "session";

    public void Begin(HttpContext http, string personId, string name)
    {
        var until = time.GetUtcNow() + options.Value.SessionLifetime;
        var ticket = tickets.Sign(Purpose, new JsonObject { ["sub"] = personId, ["name"] = name }, until);
        http.Response.Cookies.Append(NameFor(http.Request), ticket, Cookie(http.Request, until));
    }

    public static void End(HttpContext http) => http.Response.Cookies.Delete(NameFor(http.Request), Cookie(http.Request, null));

    /// <summary>Null when nobody is signed in, and for what another site's page sent.</summary>
    public Session? Of(HttpContext http) =>
        http.Request.Cookies[NameFor(http.Request)] is { } ticket && IsFromOwnPage(http) && tickets.Read(Purpose, ticket) is { } claims
            ? new(claims.GetProperty("sub").GetString()!, claims.GetProperty("name").GetString()!, DateTimeOffset.FromUnixTimeSeconds(claims.GetProperty("exp").GetInt64()))
            : null;

    /// <summary>A browser names the page with everything that may change something, and with every WebSocket.</summary>
    private bool IsFromOwnPage(HttpContext http)
    {
        var request = http.Request;
        var harmless = (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && !http.WebSockets.IsWebSocketRequest;
        return harmless || (request.Headers.Origin.Count > 0 && OriginGate.MayCome(request, security.Value));
    }

    /// <summary>With the port, because browsers keep one jar for all ports of a machine.</summary>
    private static string NameFor(HttpRequest request) => request.IsHttps ? "__Host-helm" : $"helm-{request.Host.Port ?? 80}";

    private static CookieOptions Cookie(HttpRequest request, DateTimeOffset? until) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = request.IsHttps,
        Path = "/",
        Expires = until,
        IsEssential = true,
    };
}
