using System.Collections.Concurrent;
using Helm.Chat.BotFramework.Authentication;
using Helm.Chat.Turns;
using Helm.Operations.People;
using Microsoft.Extensions.Options;

namespace Helm.Chat.BotFramework;

/// <summary>Who wrote an activity: by the id, and where the operator wants it by the name that they sign in with to the own directory.</summary>
internal sealed class TeamsPeople(
    TeamsRoster roster, IPeople people, IOptions<BotFrameworkOptions> options, IOptions<BotIdentityOptions> identity, TimeProvider time)
{
    private const int MostKnown = 10_000;
    private const string Guest = "guest";

    /// <summary>In the sign-in name of whoever was invited from another directory.</summary>
    private const string Invited = "#EXT#";

    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, (string? Email, DateTimeOffset At)> _known = new(StringComparer.Ordinal);

    public async Task<Person> OfAsync(InboundActivity inbound, CancellationToken cancellation)
    {
        var who = new Acquaintance(inbound.PersonId, inbound.Reference.User.Name);
        return people.Identify(
            options.Value.LinkByEmail && inbound.Channel == Channels.Teams ? who with { VerifiedEmail = await EmailAsync(inbound, cancellation) } : who);
    }

    private async Task<string?> EmailAsync(InboundActivity inbound, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (_known.TryGetValue(inbound.PersonId, out var known) && now - known.At < Fresh)
        {
            return known.Email;
        }

        if (await roster.MemberAsync(inbound.Reference, cancellation) is not { } member)
        {
            return null; // known by the id alone, until the roster can be read
        }

        var email = IsOurs(member, inbound) ? member.UserPrincipalName : null;
        if (_known.Count >= MostKnown)
        {
            _known.Clear();
        }

        _known[inbound.PersonId] = (email, now);
        return email;
    }

    private bool IsOurs(ChannelMember member, InboundActivity inbound) =>
        identity.Value.OwnTenants.Contains(member.TenantId, StringComparer.OrdinalIgnoreCase)
        && inbound.Reference.User.AadObjectId is { } directory
        && string.Equals(member.AadObjectId ?? member.ObjectId, directory, StringComparison.OrdinalIgnoreCase)
        && !string.Equals(member.UserRole, Guest, StringComparison.OrdinalIgnoreCase)
        && member.UserPrincipalName?.Contains(Invited, StringComparison.OrdinalIgnoreCase) == false;
}
