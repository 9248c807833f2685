using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helm.Chat.DirectLine;

/// <summary><c>/tokens</c>: into a conversation of one's own, and on in it.</summary>
internal static class LineTokens
{
    public static void Map(IEndpointRouteBuilder line)
    {
        line.MapPost("/tokens/generate", Generate);
        line.MapPost("/tokens/refresh", (HttpContext http, Passes passes) =>
            LineAnswers.With(http, passes, null, pass => Task.FromResult(LineAnswers.Token(passes, pass))));
    }

    /// <summary>For somebody who is signed in.</summary>
    private static IResult Generate(HttpContext http, IGuests guests, Passes passes, LineDesk desk) =>
        guests.Of(http) is not { } guest ? LineAnswers.Refuse(401, "Nobody is signed in. Open Helm's page and sign in.")
        : !desk.MayGoOn(guest.Id) ? LineAnswers.TooFast(http)
        : LineAnswers.Token(passes, Pass.ForNewConversation(guest));
}
