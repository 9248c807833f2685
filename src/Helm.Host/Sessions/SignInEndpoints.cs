using System.Text.Json;
using Helm.Host.Security;
using Microsoft.Extensions.Options;

namespace Helm.Host.Sessions;

/// <summary>Signing in by a link that is good once, and signing out.</summary>
internal static class SignInEndpoints
{
    public static void MapSignIn(this IEndpointRouteBuilder endpoints)
    {
        var options = endpoints.ServiceProvider.GetRequiredService<IOptions<SignInOptions>>().Value;
        endpoints.MapPost("/sign-in/link", EnterAsync).ExcludeFromDescription();
        endpoints.MapPost("/sign-out", (HttpContext http) =>
        {
            SessionCookie.End(http);
            return Results.NoContent();
        }).ExcludeFromDescription();
        if (options.OpenIdConnect.IsConfigured)
        {
            OpenId.OpenIdEndpoints.Map(endpoints);
        }

        if (options.OneTimeLinks)
        {
            SignInLinkEndpoint.Map(endpoints);
        }
    }

    private static async Task<IResult> EnterAsync(HttpContext http, SignInLinks links, SessionCookie sessions)
    {
        var (request, problem) = await RequestBody.ReadAsync<LinkUse>(http, JsonSerializerOptions.Web);
        if (request?.Link is not { } link)
        {
            return problem ?? Problems.Of(StatusCodes.Status400BadRequest, "Not understood", "link is missing.");
        }

        if (await links.UseAsync(link, http.RequestAborted) is not { } entered)
        {
            return Problems.Of(StatusCodes.Status403Forbidden, "Link not good", "This link was used before, or its time is over. Get another one with: heyhelm web link");
        }

        sessions.Begin(http, entered.PersonId, entered.Name);
        return Results.NoContent();
    }
}

/// <summary>What a browser found after the # of a link.</summary>
internal sealed record LinkUse(string? Link);
