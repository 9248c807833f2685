using System.Text.Json;
using Helm.Chat.Turns;
using Helm.Operations.People;
using Microsoft.Extensions.Options;

namespace Helm.Chat.Slack;

/// <summary>Who somebody in Slack is: by the id, and where the operator wants it by the address that the own workspace vouches for.</summary>
internal sealed class SlackPeople(SlackApi api, SlackIdentity identity, IPeople people, IOptions<SlackOptions> options, TimeProvider time)
{
    /// <summary>What takes an address away from somebody: who has one of these is linked to nobody by it.</summary>
    private static readonly string[] Strangers = ["is_restricted", "is_ultra_restricted", "is_bot", "is_stranger", "is_workflow_bot", "deleted"];

    private readonly Remembered<Acquaintance> _known = new(time, TimeSpan.FromMinutes(10));

    public async Task<Person> OfAsync(SlackMessage message, CancellationToken cancellation) =>
        people.Identify(options.Value.LinkByEmail ? await AskAsync(message, cancellation) : new(message.PersonId));

    private async Task<Acquaintance> AskAsync(SlackMessage message, CancellationToken cancellation)
    {
        if (_known.TryGet(message.PersonId, out var known))
        {
            return known!;
        }

        var answer = await api.CallAsync("users.info", new() { ["user"] = message.User }, cancellation);
        if (answer.Body.At("user") is not { } user)
        {
            return new(message.PersonId); // known by the id alone, until Slack says more
        }

        var who = await ReadAsync(message, user, cancellation);
        _known.Keep(message.PersonId, who);
        return who;
    }

    private async Task<Acquaintance> ReadAsync(SlackMessage message, JsonElement? user, CancellationToken cancellation)
    {
        var isOurs = user.Text("id") == message.User
            && user.Text("team_id") == message.Team
            && await identity.IsAllowedAsync(message.Team, cancellation)
            && user.IsTrue("is_email_confirmed")
            && !Strangers.Any(flag => user.IsTrue(flag));
        return new(message.PersonId, user.Text("profile", "real_name") ?? user.Text("real_name") ?? user.Text("name"))
        {
            VerifiedEmail = isOurs ? user.Text("profile", "email") : null,
            TimeZone = user.Text("tz"),
        };
    }
}
