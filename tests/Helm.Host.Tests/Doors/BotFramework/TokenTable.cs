using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Helm.Host.Tests.Drivers;

namespace Helm.Host.Tests.Doors.BotFramework;

/// <summary>Tokens, good and bad, with what Helm has to say to each.</summary>
internal sealed class TokenTable(ChannelAuthority authority, string serviceUrl)
{
    public IEnumerable<TokenCase> Cases() => [.. Good(), .. WrongClaims(), .. WrongKeys(), .. WrongShapes()];

    private IEnumerable<TokenCase> Good() =>
    [
        Case("a good token", true, TokenMint.Bearer(Claims(), authority.Endorsed)),
        Case("expired a minute ago, within the skew", true, TokenMint.Bearer(With("exp", TokenMint.Now(-60)), authority.Endorsed)),
        Case("valid in two minutes, within the skew", true, TokenMint.Bearer(With("nbf", TokenMint.Now(120)), authority.Endorsed)),
        Case("without nbf", true, TokenMint.Bearer(Without("nbf"), authority.Endorsed)),
        Case("RS384", true, "Bearer " + TokenMint.Sign(TokenMint.Header("RS384"), Claims(), authority.Endorsed, HashAlgorithmName.SHA384)),
        Case("RS512", true, "Bearer " + TokenMint.Sign(TokenMint.Header("RS512"), Claims(), authority.Endorsed, HashAlgorithmName.SHA512)),
    ];

    private IEnumerable<TokenCase> WrongClaims() =>
    [
        Case("another issuer", false, TokenMint.Bearer(With("iss", "https://sts.windows.net/x/"), authority.Endorsed)),
        Case("the issuer with a slash", false, TokenMint.Bearer(With("iss", ChannelAuthority.Issuer + "/"), authority.Endorsed)),
        Case("no issuer", false, TokenMint.Bearer(Without("iss"), authority.Endorsed)),
        Case("another audience", false, TokenMint.Bearer(With("aud", "99999999-2222-3333-4444-555555555555"), authority.Endorsed)),
        Case("no audience", false, TokenMint.Bearer(Without("aud"), authority.Endorsed)),
        Case("expired ten minutes ago", false, TokenMint.Bearer(With("exp", TokenMint.Now(-600)), authority.Endorsed)),
        Case("never expires", false, TokenMint.Bearer(Without("exp"), authority.Endorsed)),
        Case("expiry as text", false, TokenMint.Bearer(With("exp", "tomorrow"), authority.Endorsed)),
        Case("valid in an hour", false, TokenMint.Bearer(With("nbf", TokenMint.Now(3600)), authority.Endorsed)),
        Case("another serviceUrl", false, TokenMint.Bearer(With("serviceurl", "https://smba.trafficmanager.net/amer/"), authority.Endorsed)),
        Case("no serviceUrl", false, TokenMint.Bearer(Without("serviceurl"), authority.Endorsed)),
    ];

    private IEnumerable<TokenCase> WrongKeys() =>
    [
        Case("algorithm none", false, $"Bearer {TokenMint.Encode(TokenMint.Header("none").ToJsonString())}.{TokenMint.Encode(Claims().ToJsonString())}."),
        Case("signed by a shared secret", false, "Bearer " + ByPublicKeyAsSecret()),
        Case("PS256", false, "Bearer " + TokenMint.Sign(TokenMint.Header("PS256"), Claims(), authority.Endorsed)),
        Case("an unknown key id", false, "Bearer " + TokenMint.Sign(TokenMint.Header("RS256", "elsewhere"), Claims(), authority.Unpublished)),
        Case("a known key id, another key", false, "Bearer " + TokenMint.Sign(TokenMint.Header("RS256"), Claims(), authority.Unpublished)),
        Case("no key id", false, "Bearer " + TokenMint.Sign(new() { ["alg"] = "RS256" }, Claims(), authority.Endorsed)),
        Case("a key without endorsements", false, "Bearer " + TokenMint.Sign(TokenMint.Header("RS256", "unendorsed"), Claims(), authority.Unendorsed)),
        Case("a key that is not endorsed for the channel", false, TokenMint.Bearer(Claims(), authority.Endorsed)) with { Channel = "slack" },
        Case("no channel", false, TokenMint.Bearer(Claims(), authority.Endorsed)) with { Channel = null },
        Case("a changed claim", false, Changed()),
    ];

    private IEnumerable<TokenCase> WrongShapes()
    {
        var token = TokenMint.Bearer(Claims(), authority.Endorsed);
        return
        [
            Case("no header", false, null),
            Case("no scheme", false, token["Bearer ".Length..]),
            Case("Basic", false, token.Replace("Bearer", "Basic", StringComparison.Ordinal)),
            Case("three words", false, token + " more"),
            Case("five segments", false, token + ".a.b"),
            Case("two segments", false, token[..token.LastIndexOf('.')]),
            Case("no signature", false, token[..(token.LastIndexOf('.') + 1)]),
            Case("a header of 100 kB", false, TokenMint.Bearer(With("pad", new string('x', 100_000)), authority.Endorsed)),
            Case("no JSON", false, "Bearer aaaa.bbbb.cccc"),
            Case("a critical extension", false, "Bearer " + TokenMint.Sign(Critical(), Claims(), authority.Endorsed)),
        ];
    }

    private static TokenCase Case(string name, bool letIn, string? authorization) => new(name, letIn, authorization);

    private JsonObject Claims() => TokenMint.Claims(serviceUrl);

    private JsonObject With(string claim, JsonNode value)
    {
        var claims = Claims();
        claims[claim] = value;
        return claims;
    }

    private JsonObject Without(string claim)
    {
        var claims = Claims();
        claims.Remove(claim);
        return claims;
    }

    private static JsonObject Critical()
    {
        var header = TokenMint.Header("RS256");
        header["crit"] = new JsonArray("exp");
        return header;
    }

    /// <summary>The classic: the public key, which everybody has, as the secret of an HMAC.</summary>
    private string ByPublicKeyAsSecret()
    {
        var signed = $"{TokenMint.Encode(TokenMint.Header("HS256").ToJsonString())}.{TokenMint.Encode(Claims().ToJsonString())}";
        var secret = Encoding.ASCII.GetBytes(authority.Endorsed.ExportSubjectPublicKeyInfoPem());
        return $"{signed}.{System.Buffers.Text.Base64Url.EncodeToString(HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes(signed)))}";
    }

    private string Changed()
    {
        var parts = TokenMint.Bearer(Claims(), authority.Endorsed).Split('.');
        var claims = With("extra", "yes");
        return $"{parts[0]}.{TokenMint.Encode(claims.ToJsonString())}.{parts[2]}";
    }
}

/// <summary>One row: what is sent, and whether it is let in.</summary>
internal sealed record TokenCase(string Name, bool LetIn, string? Authorization)
{
    public string? Channel { get; init; } = "msteams";
}
