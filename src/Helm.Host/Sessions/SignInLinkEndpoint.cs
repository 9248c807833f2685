using System.Text.Json;
using Helm.Host.People;
using Helm.Host.Security;
using Helm.Operations.People;
using Microsoft.Extensions.Options;

namespace Helm.Host.Sessions;

/// <summary><c>POST /api/sign-in-links</c>: the owner lets somebody in.</summary>
internal static class SignInLinkEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapPost("/api/sign-in-links", CreateAsync)
        .AddEndpointFilter(endpoints.ServiceProvider.GetRequiredService<CallerGate>().ChangeAsync)
        .WithName("CreateSignInLink").WithSummary("A link that lets somebody sign in to the page once.").WithTags("People")
        .Accepts<LinkRequest>("application/json").Produces<LinkDocument>().ProducesProblem(StatusCodes.Status400BadRequest);

    private static async Task<IResult> CreateAsync(HttpContext http, SignInLinks links, PersonTable people, IOptions<SignInOptions> options)
    {
        var (request, problem) = await RequestBody.ReadAsync<LinkRequest>(http, JsonSerializerOptions.Web);
        if (request is null)
        {
            return problem!;
        }

        if (request.Person is { } named && !SignInLinks.IsPerson(named))
        {
            return Problems.Of(StatusCodes.Status400BadRequest, "Not understood", "person is web: and a name, as in Helm:People; leave it out for the owner of this Helm.");
        }

        var person = request.Person is { } id ? people.Identify(id, null) : Person.LocalOwner;
        return person.Role is null
            ? Problems.Of(StatusCodes.Status400BadRequest, "Nobody knows this person", $"{person.Id} is not in Helm:People, so the link would open nothing. Add them there with a role.")
            : Results.Json(new LinkDocument($"/sign-in#{links.Create(person)}", (int)options.Value.LinkLifetime.Value.TotalSeconds));
    }
}

/// <summary>Asks for a link.</summary>
/// <param name="Person">As in <c>Helm:People</c>: <c>web:alice</c>; the owner of this Helm when absent.</param>
internal sealed record LinkRequest(string? Person);

/// <summary>A link that is good once.</summary>
/// <param name="Path">To be put after Helm's address.</param>
/// <param name="ExpiresIn">In seconds.</param>
internal sealed record LinkDocument(string Path, int ExpiresIn);
