using Helm.Chat.BotFramework.Authentication;
using Helm.Chat.Turns;
using Helm.Operations.People;
using Microsoft.Extensions.Options;

namespace Helm.Chat.BotFramework;

/// <summary>Who wrote an activity: by the id, and where the operator wants it by the name that they sign in with to the own directory.</summary>
internal sealed class TeamsPeople(
    TeamsRoster roster, IPeople people, IOptions<BotFrameworkOptions> options, IOptions<BotIdentityOptions> identity, TimeProvider time)
{
    private const string Guest = "guest";

    /// <summary>In the sign-in name of whoever was invited from another directory.</summary>
    private const string Invited = "#EXT#";

    private readonly Remembered<string?> _emails = new(time, TimeSpan.FromMinutes(10));

    public async Task<Person> OfAsync(InboundActivity inbound, CancellationToken cancellation)
    {
        var who = new Acquaintance(inbound.PersonId, inbound.Reference.User.Name);
        return people.Identify(
            options.Value.LinkByEmail && inbound.Channel == Channels.Teams ? who with { VerifiedEmail = await EmailAsync(inbound, cancellation) } : who);
    }

    private async Task<string?> EmailAsync(InboundActivity inbound, CancellationToken cancellation)
    {
        if (_emails.TryGet(inbound.PersonId, out var known))
        {
            return known;
        }

        if (await roster.MemberAsync(inbound.Reference, cancellation) is not { } member)
        {
            return null; // known by the id alone, until the roster can be read
        }

        var email = IsOurs(member, inbound) ? member.UserPrincipalName : null;
        _emails.Keep(inbound.PersonId, email);
        return email;
    }

    private bool IsOurs(ChannelMember member, InboundActivity inbound) =>
        identity.Value.OwnTenants.Contains(member.TenantId, StringComparer.OrdinalIgnoreCase)
        && inbound.Reference.User.AadObjectId is { } directory
        && string.Equals(member.AadObjectId ?? member.ObjectId, directory, StringComparison.OrdinalIgnoreCase)
        && !string.Equals(member.UserRole, Guest, StringComparison.OrdinalIgnoreCase)
        && member.UserPrincipalName?.Contains(Invited, StringComparison.OrdinalIgnoreCase) == false;
}
