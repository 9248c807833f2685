using System.Text.Json.Nodes;
using Helm.Chat.DirectLine;

namespace Helm.Host.Sessions.OpenId;

/// <summary>Keeps in the browser what ties the issuer's answer to it, until the answer comes.</summary>
internal sealed class AttemptCookie(ITickets tickets, TimeProvider time)
{
    private const string Purpose = "open-id-attempt";
    private const string Name = "helm-sign-in";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public void Keep(HttpContext http, Attempt attempt)
    {
        var until = time.GetUtcNow() + Patience;
        var claims = new JsonObject { ["state"] = attempt.State, ["nonce"] = attempt.Nonce, ["verifier"] = attempt.Verifier };
        http.Response.Cookies.Append(Name, tickets.Sign(Purpose, claims, until), Options(http, until));
    }

    /// <summary>Once; null when there is none, or it is over.</summary>
    public Attempt? Take(HttpContext http)
    {
        http.Response.Cookies.Delete(Name, Options(http, null));
        return http.Request.Cookies[Name] is { } kept && tickets.Read(Purpose, kept) is { } claims
            ? new(claims.GetProperty("state").GetString()!, claims.GetProperty("nonce").GetString()!, claims.GetProperty("verifier").GetString()!)
            : null;
    }

    /// <summary>Lax, because the issuer's site sends the browser back.</summary>
    private static CookieOptions Options(HttpContext http, DateTimeOffset? until) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, Path = "/sign-in", Expires = until, IsEssential = true };
}
