using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Helm.Chat.BotFramework.Authentication;

/// <summary>A JSON Web Token taken apart (RFC 7515), not yet believed.</summary>
public sealed record ChannelToken(string KeyId, HashAlgorithmName Hash, byte[] Signed, byte[] Signature, JsonElement Claims)
{
    private const string Scheme = "Bearer ";

    /// <summary>Real ones have about 1.5 kB; beyond this nothing is even looked at.</summary>
    private const int LongestHeader = 16 * 1024;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    /// <summary>Null when the header is no bearer token of three segments with a signature that Helm can check.</summary>
    public static ChannelToken? Read(string? authorization)
    {
        if (authorization is null || authorization.Length > LongestHeader || !authorization.StartsWith(Scheme, StringComparison.Ordinal))
        {
            return null;
        }

        var segments = authorization[Scheme.Length..].Split('.');
        return segments.Length == 3
            && Json(segments[0]) is { } header && Json(segments[1]) is { } claims
            && Base64Url.TryDecode(segments[2], out var signature)
            && Algorithm(header) is { } hash && KeyIdOf(header) is { } key
                ? new(key, hash, Encoding.ASCII.GetBytes($"{segments[0]}.{segments[1]}"), signature, claims)
                : null;
    }

    public string? Text(string claim) =>
        Claims.TryGetProperty(claim, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>A NumericDate; null when it is not there or none.</summary>
    public DateTimeOffset? Moment(string claim) =>
        Claims.TryGetProperty(claim, out var value) && value.ValueKind == JsonValueKind.Number
        && value.TryGetDouble(out var seconds) && Math.Abs(seconds) < 100_000_000_000
            ? DateTimeOffset.UnixEpoch.AddSeconds(seconds)
            : null;

    public bool Has(string claim) => Claims.TryGetProperty(claim, out _);

    /// <summary>Signatures by RSA only: "none" and those by a shared secret prove nothing.</summary>
    private static HashAlgorithmName? Algorithm(JsonElement header) => Member(header, "alg") switch
    {
        "RS256" => HashAlgorithmName.SHA256,
        "RS384" => HashAlgorithmName.SHA384,
        "RS512" => HashAlgorithmName.SHA512,
        _ => null,
    };

    /// <summary>Extensions that must be understood (crit) are not, so such a token is not read.</summary>
    private static string? KeyIdOf(JsonElement header) =>
        header.TryGetProperty("crit", out _) ? null : Member(header, "kid") is { Length: > 0 } id ? id : null;

    private static string? Member(JsonElement header, string name) =>
        header.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static JsonElement? Json(string segment)
    {
        if (!Base64Url.TryDecode(segment, out var bytes))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(bytes, Strict);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
