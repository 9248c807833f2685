using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Helm.Chat.DirectLine;
using Helm.Operations.Delivery;
using Helm.Operations.People;
using Microsoft.Extensions.Options;

namespace Helm.Host.Sessions;

/// <summary>Links that let one person in once.</summary>
internal sealed class SignInLinks(ITickets tickets, IInbox used, IOptions<SignInOptions> options, TimeProvider time)
{
    private const string Purpose = "sign-in-link";
    private const int LongestId = 200;

    /// <summary>What comes after the # of the address, so that neither a server's log nor a referrer ever has it.</summary>
    public string Create(Person person) => tickets.Sign(
        Purpose,
        new JsonObject { ["jti"] = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), ["sub"] = person.Id, ["name"] = person.Name },
        time.GetUtcNow() + options.Value.LinkLifetime);

    /// <summary>Null for a link that is over, was used before, on whichever host, or never was one.</summary>
    public async Task<(string PersonId, string Name)?> UseAsync(string link, CancellationToken cancellation)
    {
        if (!options.Value.OneTimeLinks || tickets.Read(Purpose, link) is not { } claims)
        {
            return null;
        }

        var (key, now) = ($"{Purpose}:{claims.GetProperty("jti").GetString()}", time.GetUtcNow());
        if (!await used.TryAddAsync(new(key, Purpose, "", now) { Holder = Purpose, HeldUntil = now }, cancellation))
        {
            return null;
        }

        await used.CompleteAsync(key, cancellation);
        await used.PurgeAsync(Purpose, now - TimeSpan.FromDays(2), cancellation); // longer than any link is good
        return (claims.GetProperty("sub").GetString()!, claims.GetProperty("name").GetString()!);
    }

    public static bool IsPerson(string id) =>
        id.StartsWith("web:", StringComparison.Ordinal) && id.Length is > 4 and <= LongestId && !id.Any(char.IsControl);
}
