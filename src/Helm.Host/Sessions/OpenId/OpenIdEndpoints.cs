using System.Security.Cryptography;
using System.Text;

namespace Helm.Host.Sessions.OpenId;

/// <summary>To the organisation's sign-in and back: <c>/sign-in/start</c>, <c>/sign-in/callback</c>.</summary>
internal static partial class OpenIdEndpoints
{
    private const string Callback = "/sign-in/callback";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/sign-in/start", StartAsync).ExcludeFromDescription();
        endpoints.MapGet(Callback, CompleteAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> StartAsync(HttpContext http, OpenIdFlow flow, AttemptCookie cookie, ILogger<OpenIdFlow> log)
    {
        var attempt = OpenIdFlow.NewAttempt();
        try
        {
            var address = await flow.AddressAsync(attempt, CallbackOf(http), http.RequestAborted);
            cookie.Keep(http, attempt);
            return Results.Redirect(address);
        }
        catch (OpenIdException problem)
        {
            LogNotSignedIn(log, problem.Message);
            return Results.Redirect("/sign-in?problem=issuer");
        }
    }

    private static async Task<IResult> CompleteAsync(
        HttpContext http, OpenIdFlow flow, AttemptCookie cookie, SessionCookie sessions, ILogger<OpenIdFlow> log, string? state, string? code)
    {
        if (cookie.Take(http) is not { } attempt || !IsSame(state, attempt.State))
        {
            return Results.Redirect("/sign-in?problem=late");
        }

        try
        {
            var (person, name) = string.IsNullOrEmpty(code)
                ? throw new OpenIdException("the issuer sent nobody back")
                : await flow.CompleteAsync(attempt, code, CallbackOf(http), http.RequestAborted);
            sessions.Begin(http, person, name);

            // A redirect would still count as coming from the issuer's site, and the cookie would not go along.
            return Results.Text("""<!doctype html><meta http-equiv="refresh" content="0;url=/"><title>Helm</title><a href="/">Go on to Helm</a>""", "text/html");
        }
        catch (OpenIdException problem)
        {
            LogNotSignedIn(log, problem.Message);
            return Results.Redirect("/sign-in?problem=refused");
        }
    }

    private static bool IsSame(string? state, string expected) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(state ?? ""), Encoding.UTF8.GetBytes(expected));

    private static string CallbackOf(HttpContext http) => $"{http.Request.Scheme}://{http.Request.Host}{Callback}";

    [LoggerMessage(Level = LogLevel.Warning, Message = "Nobody was signed in: {Reason}")]
    private static partial void LogNotSignedIn(ILogger log, string reason);
}
