using Helm.Chat.DirectLine;
using Helm.Host.People;
using Helm.Host.Security;
using Helm.Operations.People;

namespace Helm.Host.Sessions;

/// <summary>Who is signed in, for every door that a browser comes through; what they may do is looked up each time.</summary>
internal sealed class Guests(SessionCookie cookie, PersonTable people) : IGuests, ICallerSource
{
    public Guest? Of(HttpContext http) =>
        cookie.Of(http) is { } session && PersonOf(session.PersonId, session.Name).Role is not null
            ? new(session.PersonId, session.Name, session.Until)
            : null;

    /// <summary>Who opened a link for this machine's owner is the owner; everybody else is who the operator's table says.</summary>
    public Person PersonOf(string id, string name) =>
        id == Person.LocalOwner.Id ? Person.LocalOwner : people.Identify(id, name);

    public Person? CallerOf(HttpContext http) => cookie.Of(http) is { } session ? PersonOf(session.PersonId, session.Name) : null;
}
