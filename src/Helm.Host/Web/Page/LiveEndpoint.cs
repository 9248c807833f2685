using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Helm.Host.Security;
using Helm.Host.Sessions;
using Helm.Operations.Environments;

namespace Helm.Host.Web.Page;

/// <summary><c>/live</c>: the board again whenever it has changed, as server-sent events; a browser comes back by itself when the line breaks.</summary>
internal static class LiveEndpoint
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(15);

    public static void MapLive(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/live", Listen).ExcludeFromDescription();

    private static IResult Listen(HttpContext http, Guests guests, EnvironmentDirectory environments, LiveBoards boards, string? environment) =>
        guests.Of(http) is not { } guest ? Problems.Of(StatusCodes.Status401Unauthorized, "Nobody is signed in", "Open Helm's page and sign in.")
        : environments.Find(environment ?? "") is not { } known ? Problems.Of(StatusCodes.Status400BadRequest, "Unknown environment", "There is no environment of this name.")
        : TypedResults.ServerSentEvents(boards.FollowAsync(known.Name, guest, Beat, http.RequestAborted));
}

/// <summary>Tells one browser how a board changes.</summary>
internal sealed class LiveBoards(BoardFeed feed, Guests guests, TimeProvider time, IHostApplicationLifetime host)
{
    public async IAsyncEnumerable<SseItem<string>> FollowAsync(
        string environment, Chat.DirectLine.Guest guest, TimeSpan beat, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation, host.ApplicationStopping);
        var (told, toldAt) = ("", time.GetTimestamp());
        while (!over.IsCancellationRequested && time.GetUtcNow() < guest.Until)
        {
            var now = await feed.ReadAsync(environment, guests.PersonOf(guest.Id, guest.Name), cancellation);
            if (now != told)
            {
                (told, toldAt) = (now, time.GetTimestamp());
                yield return new(JsonSerializer.Serialize(now), "board");
            }
            else if (time.GetElapsedTime(toldAt) >= beat)
            {
                toldAt = time.GetTimestamp();
                yield return new("", "beat");
            }

            await Task.Delay(BoardFeed.Pace, time, over.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
