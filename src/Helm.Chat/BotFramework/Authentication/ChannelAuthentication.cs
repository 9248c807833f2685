using Microsoft.Extensions.Options;

namespace Helm.Chat.BotFramework.Authentication;

/// <summary>
/// Judges the token that comes with an activity, by the rules of Microsoft's "Authenticate requests from the Bot Connector
/// service to your bot", each of them: where the vendor's own library lets something pass, this does not.
/// </summary>
internal sealed class ChannelAuthentication(SigningKeys keys, IOptions<BotIdentityOptions> options, TimeProvider time)
{
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    public async Task<TokenVerdict> JudgeAsync(string? authorization, string? channelId, string? serviceUrl, CancellationToken cancellation)
    {
        if (ChannelToken.Read(authorization) is not { } token)
        {
            return TokenVerdict.Unproven("there is no bearer token of three segments signed by RSA");
        }

        if (await keys.FindAsync(token.KeyId, cancellation) is not { } key)
        {
            return TokenVerdict.Unproven("the channels have no such signing key");
        }

        return key.Verifies(token.Signed, token.Signature, token.Hash)
            ? Claims(token) ?? Fits(token, key, channelId, serviceUrl)
            : TokenVerdict.Unproven("the signature is wrong");
    }

    /// <summary>Null when nothing is wrong with them.</summary>
    private TokenVerdict? Claims(ChannelToken token)
    {
        var now = time.GetUtcNow();
        return token switch
        {
            _ when token.Text("iss") != options.Value.Issuer => TokenVerdict.Unproven("the issuer is another"),
            _ when token.Text("aud") != options.Value.AppId => TokenVerdict.Unproven("it is meant for another app"),
            _ when token.Moment("exp") is not { } end || now >= end + ClockSkew => TokenVerdict.Unproven("it is expired, or never expires"),
            _ when token.Has("nbf") && !(token.Moment("nbf") <= now + ClockSkew) => TokenVerdict.Unproven("it is not valid yet"),
            _ => null,
        };
    }

    private static TokenVerdict Fits(ChannelToken token, SigningKey key, string? channelId, string? serviceUrl) =>
        channelId is null || !key.Endorsements.Contains(channelId, StringComparer.Ordinal)
            ? TokenVerdict.Foreign("the key is not endorsed for the channel")
            : serviceUrl is null || token.Text("serviceurl") != serviceUrl
                ? TokenVerdict.Foreign("the token is for another serviceUrl")
                : TokenVerdict.Accepted;
}
