using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Helm.Host.Tests.Drivers;

/// <summary>Makes tokens as the channels do, and such as they never would.</summary>
internal static class TokenMint
{
    /// <summary>The claims of a good token; tests spoil what they test.</summary>
    public static JsonObject Claims(string serviceUrl) => new()
    {
        ["iss"] = ChannelAuthority.Issuer,
        ["aud"] = ChannelAuthority.AppId,
        ["nbf"] = Now(-60),
        ["exp"] = Now(3600),
        ["serviceurl"] = serviceUrl,
    };

    public static long Now(int seconds = 0) => TimeProvider.System.GetUtcNow().AddSeconds(seconds).ToUnixTimeSeconds();

    public static JsonObject Header(string algorithm, string key = "endorsed") => new() { ["alg"] = algorithm, ["typ"] = "JWT", ["kid"] = key };

    public static string Bearer(JsonObject claims, RSA key) => "Bearer " + Sign(Header("RS256"), claims, key);

    public static string Sign(JsonObject header, JsonObject claims, RSA key, HashAlgorithmName? hash = null)
    {
        var signed = $"{Encode(header.ToJsonString())}.{Encode(claims.ToJsonString())}";
        var signature = key.SignData(Encoding.ASCII.GetBytes(signed), hash ?? HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{signed}.{Base64Url.EncodeToString(signature)}";
    }

    public static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
