using System.Net.Http.Headers;
using Helm.Operations.People;
using Microsoft.Extensions.Options;

namespace Helm.Host.Security;

/// <summary>Lets a request in when its caller may do what the endpoint is for.</summary>
internal sealed class CallerGate(TokenFile token, IOptions<SecurityOptions> options)
{
    /// <summary>For endpoints that only read.</summary>
    public ValueTask<object?> QuestionAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        EnterAsync(context, next, changes: false);

    /// <summary>For endpoints that change something.</summary>
    public ValueTask<object?> ChangeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        EnterAsync(context, next, changes: true);

    private async ValueTask<object?> EnterAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next, bool changes)
    {
        var http = context.HttpContext;
        var presented = http.Request.Headers.Authorization;
        var isOwner = presented.Count == 1
            && AuthenticationHeaderValue.TryParse(presented, out var header)
            && header is { Scheme: "Bearer", Parameter: { } secret }
            && token.Matches(secret);
        if (!isOwner && (presented.Count > 0 || changes || !options.Value.QuestionsWithoutToken))
        {
            http.Response.Headers.WWWAuthenticate = "Bearer";
            return Problems.Of(
                StatusCodes.Status401Unauthorized, "Token needed",
                $"Send the content of {options.Value.TokenFile} as Authorization: Bearer. Only the user who started Helm can read it.");
        }

        http.Features.Set(isOwner ? new Caller(Person.LocalOwner, true) : Anonymous(options.Value.RoleWithoutToken));
        return await next(context);
    }

    private static Caller Anonymous(Role role) => new(new Person("local:anonymous", "Somebody on this machine", role), false);
}
