using System.Net.Http.Headers;
using Helm.Operations.People;
using Microsoft.Extensions.Options;

namespace Helm.Host.Security;

/// <summary>Lets a request in when its caller may do what the endpoint is for.</summary>
internal sealed class CallerGate(TokenFile token, IOptions<SecurityOptions> options, IEnumerable<ICallerSource> sources)
{
    /// <summary>For endpoints that only read.</summary>
    public ValueTask<object?> QuestionAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        EnterAsync(context, next, Role.Viewer, withoutToken: options.Value.QuestionsWithoutToken);

    /// <summary>For endpoints that change something.</summary>
    public ValueTask<object?> ChangeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        EnterAsync(context, next, Role.Administrator, withoutToken: false);

    /// <summary>For endpoints behind which somebody else checks what the person may: the Warden.</summary>
    public ValueTask<object?> DecisionAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        EnterAsync(context, next, Role.Viewer, EverybodyHereIsTrusted);

    /// <summary>For wishes for a change, which the Warden lets pass or asks about.</summary>
    public ValueTask<object?> WishAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        EnterAsync(context, next, Role.Administrator, EverybodyHereIsTrusted);

    /// <summary>As in the demo: who may do everything in words may do it by name too.</summary>
    private bool EverybodyHereIsTrusted => options.Value is { QuestionsWithoutToken: true, RoleWithoutToken: Role.Administrator };

    private async ValueTask<object?> EnterAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next, Role least, bool withoutToken)
    {
        var http = context.HttpContext;
        if (CallerOf(http, withoutToken) is not { } caller)
        {
            http.Response.Headers.WWWAuthenticate = "Bearer";
            return Problems.Of(
                StatusCodes.Status401Unauthorized, "Token needed",
                $"Send the content of {options.Value.TokenFile} as Authorization: Bearer. Only the user who started Helm can read it.");
        }

        // Whoever may ask without the token may ask whatever their role; the conversation says what it takes.
        if (caller.IsSignedIn && !caller.Person.Has(least))
        {
            return Problems.Of(StatusCodes.Status403Forbidden, "Not allowed", $"This takes the role {least}. Whoever runs Helm gives roles in Helm:People, to {caller.Person.Id}.");
        }

        http.Features.Set(caller);
        return await next(context);
    }

    private Caller? CallerOf(HttpContext http, bool withoutToken)
    {
        var presented = http.Request.Headers.Authorization;
        if (presented.Count > 0)
        {
            return presented.Count == 1
                && AuthenticationHeaderValue.TryParse(presented, out var header)
                && header is { Scheme: "Bearer", Parameter: { } secret }
                && token.Matches(secret)
                    ? new(Person.LocalOwner, true)
                    : null;
        }

        return sources.Select(source => source.CallerOf(http)).FirstOrDefault(person => person is not null) is { } signedIn
            ? new(signedIn, false) { IsSignedIn = true }
            : withoutToken ? new(Anonymous(options.Value.RoleWithoutToken), false) : null;
    }

    private static Person Anonymous(Role role) => new("local:anonymous", "Somebody on this machine", role);
}
