using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Helm.Chat.DirectLine;
using Helm.Host.Security;
using Helm.Operations.Settings;
using Microsoft.Extensions.Options;

namespace Helm.Host.Sessions;

/// <summary>Signs with a key for each purpose, so that what was handed out for one opens nothing else.</summary>
/// <remarks>JSON Web Tokens by HMAC (RFC 7515, HS256): Helm reads only its own, so the header is compared and never believed.</remarks>
internal sealed class Tickets(TokenFile owner, IOptions<SignInOptions> options, TimeProvider time) : ITickets
{
    private const int LongestTicket = 4096;
    private const int KeyBytes = 32;

    private static readonly string Header = Encode("""{"alg":"HS256","typ":"JWT"}"""u8);

    public string Sign(string purpose, JsonObject claims, DateTimeOffset until)
    {
        claims["iss"] = "helm";
        claims["iat"] = time.GetUtcNow().ToUnixTimeSeconds();
        claims["exp"] = until.ToUnixTimeSeconds();
        var signed = $"{Header}.{Encode(Encoding.UTF8.GetBytes(claims.ToJsonString()))}";
        return $"{signed}.{Encode(Mac(purpose, signed))}";
    }

    public JsonElement? Read(string purpose, string ticket)
    {
        if (ticket.Length > LongestTicket || ticket.Split('.') is not [var header, var claims, var mac] || header != Header
            || !Base64Url.IsValid(mac) || !Base64Url.IsValid(claims)
            || !CryptographicOperations.FixedTimeEquals(Base64Url.DecodeFromChars(mac), Mac(purpose, $"{header}.{claims}")))
        {
            return null;
        }

        using var document = JsonDocument.Parse(Base64Url.DecodeFromChars(claims));
        return document.RootElement.GetProperty("exp").GetInt64() > time.GetUtcNow().ToUnixTimeSeconds() ? document.RootElement.Clone() : null;
    }

    private static string Encode(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);

    private byte[] Mac(string purpose, string signed) => HMACSHA256.HashData(Key(purpose), Encoding.ASCII.GetBytes(signed));

    private byte[] Key(string purpose) => options.Value.Key is { Length: > 0 } reference
        ? HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(SecretReference.Resolve(reference)), KeyBytes, info: Encoding.UTF8.GetBytes(purpose))
        : owner.KeyFor(purpose);
}
