using System.Security.Cryptography;
using System.Text;

namespace Helm.Connectors.Http;

/// <summary>HMAC-SHA256 signatures in the form of GitHub's: <c>sha256=HEX</c>.</summary>
public static class Signature
{
    private const string Prefix = "sha256=";

    public static string Of(ReadOnlySpan<byte> body, string secret) =>
        Prefix + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));

    /// <summary>Takes the same time for every wrong signature of the right length.</summary>
    public static bool Matches(string? signature, ReadOnlySpan<byte> body, string secret) =>
        signature is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(signature), Encoding.UTF8.GetBytes(Of(body, secret)));

    public static bool SameSecret(string? given, string secret) =>
        given is not null && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(given)), SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
