using Helm.Host.People;
using Helm.Host.Security;
using Helm.Operations.People;
using Microsoft.Extensions.Options;

namespace Helm.Host.Api;

/// <summary>Who decides when a request names a person: only a caller with the token, or anybody in the demo, may name one.</summary>
internal sealed class Deciders(PersonTable people, IOptions<SecurityOptions> security)
{
    /// <summary>Null when a person is named who may not be.</summary>
    public Person? Of(HttpContext http, string? named)
    {
        var caller = Caller.Of(http);
        return named switch
        {
            null => caller.Person,
            _ when !(caller.IsOwner || security.Value.PersonInRequest) => null,
            _ => people.Identify(named.Contains(':', StringComparison.Ordinal) ? named : "api:" + named, name: null),
        };
    }

    public static IResult NotAccepted() => Problems.Of(
        StatusCodes.Status403Forbidden, "Person not accepted",
        "The request names a person, and nothing proves that this person sent it. Leave person out, or send the token.");
}
