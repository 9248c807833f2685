using System.Security.Cryptography;
using System.Text.Json;

namespace Helm.Chat.BotFramework.Authentication;

/// <summary>A public key of the channels, and the channels that it may sign for.</summary>
public sealed record SigningKey(string Id, RSAParameters Public, IReadOnlyList<string> Endorsements)
{
    private const int LeastBytes = 256;

    public bool Verifies(ReadOnlySpan<byte> signed, ReadOnlySpan<byte> signature, HashAlgorithmName hash)
    {
        using var rsa = RSA.Create(Public);
        return rsa.VerifyData(signed, signature, hash, RSASignaturePadding.Pkcs1);
    }

    /// <summary>The RSA keys of a JSON Web Key Set (RFC 7517); others, and weak ones, are left out.</summary>
    /// <exception cref="JsonException">It is no key set.</exception>
    public static Dictionary<string, SigningKey> ReadSet(JsonElement set)
    {
        if (set.ValueKind != JsonValueKind.Object || !set.TryGetProperty("keys", out var keys) || keys.ValueKind != JsonValueKind.Array)
        {
            throw new JsonException("it has no list of keys");
        }

        var found = new Dictionary<string, SigningKey>(StringComparer.Ordinal);
        foreach (var key in keys.EnumerateArray().Select(Read).OfType<SigningKey>())
        {
            found.TryAdd(key.Id, key);
        }

        return found;
    }

    private static SigningKey? Read(JsonElement key) =>
        Text(key, "kty") is "RSA" && Text(key, "use") is null or "sig"
        && Text(key, "kid") is { Length: > 0 } id
        && Base64Url.TryDecode(Text(key, "n"), out var modulus) && modulus.Length >= LeastBytes
        && Base64Url.TryDecode(Text(key, "e"), out var exponent) && exponent.Length > 0
            ? new SigningKey(id, new RSAParameters { Modulus = modulus, Exponent = exponent }, Endorsed(key))
            : null;

    private static List<string> Endorsed(JsonElement key) =>
        key.TryGetProperty("endorsements", out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.String).Select(one => one.GetString()!)]
            : [];

    private static string? Text(JsonElement key, string name) =>
        key.ValueKind == JsonValueKind.Object && key.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
