using Helm.Host.Sessions;
using Helm.Operations.Environments;
using Helm.Operations.Overviews;
using Microsoft.Extensions.Options;

namespace Helm.Host.Web.Page;

/// <summary><c>/</c>: everything at a glance and the conversation, for somebody who is signed in.</summary>
internal static class PageEndpoints
{
    public static void MapPage(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/", ShowAsync).ExcludeFromDescription();
        endpoints.MapGet("/sign-in", SignInAsync).ExcludeFromDescription();
        endpoints.MapWebFiles();
        endpoints.MapManifest();
    }

    private static async Task<IResult> ShowAsync(HttpContext http, Guests guests, PageParts parts, Markup markup, EnvironmentDirectory environments, IOptions<DashboardOptions> dashboard, string? environment)
    {
        if (guests.Of(http) is not { } guest)
        {
            return Results.Redirect(guests.CallerOf(http) is null ? "/sign-in" : "/sign-in?problem=unknown");
        }

        var chosen = environments.Find(environment ?? dashboard.Value.DefaultEnvironment)?.Name ?? dashboard.Value.DefaultEnvironment;
        var nonce = PagePolicy.Set(http);
        return await markup.PageAsync<HelmPage>(new()
        {
            [nameof(HelmPage.Environment)] = chosen,
            [nameof(HelmPage.Environments)] = environments.All.Select(known => (known.Name, known.DisplayName)).ToList(),
            [nameof(HelmPage.Person)] = guest.Name,
            [nameof(HelmPage.BoardHtml)] = await parts.BoardAsync(chosen, guests.PersonOf(guest.Id, guest.Name), http.RequestAborted),
            [nameof(HelmPage.WebChat)] = parts.WebChatAddress(http),
            [nameof(HelmPage.Nonce)] = nonce,
            [nameof(HelmPage.Voice)] = parts.HasVoice,
            [nameof(HelmPage.DirectLine)] = parts.HasDirectLine,
        });
    }

    private static Task<IResult> SignInAsync(HttpContext http, Markup markup, IOptions<SignInOptions> options, string? problem)
    {
        PagePolicy.Set(http);
        return markup.PageAsync<SignInPage>(new()
        {
            [nameof(SignInPage.Problem)] = SignInProblems.Sentence(problem),
            [nameof(SignInPage.Provider)] = options.Value.OpenIdConnect is { IsConfigured: true, DisplayName: var name } ? name : null,
            [nameof(SignInPage.OneTimeLinks)] = options.Value.OneTimeLinks,
        });
    }
}
