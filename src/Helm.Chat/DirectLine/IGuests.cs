using Helm.Operations.People;
using Microsoft.AspNetCore.Http;

namespace Helm.Chat.DirectLine;

/// <summary>Knows who is signed in; the door itself authenticates nobody.</summary>
public interface IGuests
{
    /// <summary>Null when nobody is signed in, or the request is not one that their browser sent from Helm's own page.</summary>
    Guest? Of(HttpContext http);

    /// <summary>What somebody who was signed in may do now.</summary>
    Person PersonOf(string id, string name);
}

/// <summary>Somebody who is signed in.</summary>
/// <param name="Until">When they have to sign in again.</param>
public sealed record Guest(string Id, string Name, DateTimeOffset Until);
