using System.Text.Json;
using Helm.Chat.BotFramework.Authentication;

namespace Helm.Host.Sessions.OpenId;

/// <summary>Believes an id token only when all of OpenID Connect Core 1.0, section 3.1.3.7, holds.</summary>
internal static class IdToken
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);

    /// <exception cref="OpenIdException">It proves nothing; the message says why.</exception>
    public static async Task<ChannelToken> VerifyAsync(
        string text, OpenIdProvider provider, string client, string nonce, TimeProvider time, CancellationToken cancellation)
    {
        if (ChannelToken.Read("Bearer " + text) is not { } token)
        {
            throw new OpenIdException("the id token is none that Helm can check: three segments, signed by RS256, RS384 or RS512");
        }

        if (await provider.KeyAsync(token.KeyId, cancellation) is not { } key || !key.Verifies(token.Signed, token.Signature, token.Hash))
        {
            throw new OpenIdException("the id token is not signed by the issuer");
        }

        var issuer = (await provider.GetAsync(cancellation)).Issuer;
        return Fault(token, issuer, client, nonce, time.GetUtcNow()) is { } fault ? throw new OpenIdException(fault) : token;
    }

    private static string? Fault(ChannelToken token, string issuer, string client, string nonce, DateTimeOffset now) =>
        token.Text("iss") != issuer ? "the id token is of another issuer"
        : Foreign(token, client) ?? Untimely(token, now)
        ?? (token.Text("nonce") != nonce ? "the id token answers another question" : null);

    private static string? Foreign(ChannelToken token, string client) =>
        !Audiences(token).Contains(client) ? "the id token is for somebody else"
        : Audiences(token).Count > 1 && token.Text("azp") != client ? "the id token was asked for by somebody else"
        : null;

    private static string? Untimely(ChannelToken token, DateTimeOffset now) =>
        token.Moment("exp") is not { } end || end + Skew < now ? "the id token is over"
        : token.Moment("nbf") is { } begin && begin - Skew > now ? "the id token is not good yet"
        : token.Moment("iat") is not { } issued || issued - Skew > now ? "the id token was issued in the future"
        : null;

    private static List<string> Audiences(ChannelToken token) =>
        token.Claims.TryGetProperty("aud", out var audience) ? audience.ValueKind switch
        {
            JsonValueKind.String => [audience.GetString()!],
            JsonValueKind.Array => [.. audience.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.String).Select(one => one.GetString()!)],
            _ => [],
        }
        : [];
}
