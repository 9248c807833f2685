using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace Helm.Host.Sessions.OpenId;

/// <summary>The authorization code flow with PKCE, state and nonce (OpenID Connect Core 1.0, RFC 7636).</summary>
internal sealed class OpenIdFlow(OpenIdProvider provider, CodeRedemption codes, IOptions<SignInOptions> options, TimeProvider time)
{
    private const int SecretBytes = 32;

    public static Attempt NewAttempt() => new(Secret(), Secret(), Secret());

    /// <summary>Where the browser goes to sign in.</summary>
    /// <exception cref="OpenIdException">The issuer cannot be asked.</exception>
    public async Task<string> AddressAsync(Attempt attempt, string callback, CancellationToken cancellation)
    {
        var own = options.Value.OpenIdConnect;
        return QueryHelpers.AddQueryString((await provider.GetAsync(cancellation)).Authorization.AbsoluteUri, new Dictionary<string, string?>
        {
            ["response_type"] = "code",
            ["client_id"] = own.ClientId,
            ["redirect_uri"] = callback,
            ["scope"] = string.Join(' ', own.Scopes.Count > 0 ? own.Scopes : ["openid", "profile"]),
            ["state"] = attempt.State,
            ["nonce"] = attempt.Nonce,
            ["code_challenge"] = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(attempt.Verifier))),
            ["code_challenge_method"] = "S256",
        });
    }

    /// <summary>Who signed in, as <c>Helm:People</c> may name them.</summary>
    /// <exception cref="OpenIdException">Nobody did, or nothing proves it.</exception>
    public async Task<(string PersonId, string Name)> CompleteAsync(Attempt attempt, string code, string callback, CancellationToken cancellation)
    {
        var token = await codes.RedeemAsync(attempt, code, callback, cancellation);
        var own = options.Value.OpenIdConnect;
        var identity = await IdToken.VerifyAsync(token, provider, own.ClientId, attempt.Nonce, time, cancellation);
        var id = identity.Text(own.PersonClaim) is { Length: > 0 } person ? "web:" + person : throw new OpenIdException($"the id token has no claim {own.PersonClaim}");
        return SignInLinks.IsPerson(id)
            ? (id, identity.Text(own.NameClaim) is { Length: > 0 and <= 200 } name ? name : id)
            : throw new OpenIdException($"the claim {own.PersonClaim} is no id that Helm can keep");
    }

    private static string Secret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
}

/// <summary>What ties the answer of the issuer to the browser that asked.</summary>
internal sealed record Attempt(string State, string Nonce, string Verifier);
