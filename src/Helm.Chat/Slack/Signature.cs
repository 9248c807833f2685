using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Helm.Operations.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Helm.Chat.Slack;

/// <summary>Whether Slack has signed a request: HMAC-SHA256 over the version, the time and the very bytes of the body.</summary>
/// <remarks>https://docs.slack.dev/authentication/verifying-requests-from-slack. Checked before anything is parsed.</remarks>
internal sealed class Signature(IOptions<SlackOptions> options, TimeProvider time)
{
    private const long MostSeconds = 300;

    private readonly byte[] _secret = Encoding.UTF8.GetBytes(SecretReference.Resolve(options.Value.SigningSecret));

    public bool IsGood(IHeaderDictionary headers, ReadOnlySpan<byte> body) =>
        One(headers["X-Slack-Request-Timestamp"]) is { } timestamp
        && One(headers["X-Slack-Signature"]) is { } signature
        && IsNow(timestamp)
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(signature), Sign(timestamp, body));

    private static string? One(StringValues values) => values is [{ Length: > 0 and < 200 } only] ? only : null;

    /// <summary>Neither a recording nor something prepared: five minutes both ways.</summary>
    private bool IsNow(string timestamp) =>
        long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && seconds < int.MaxValue * 4L
        && Math.Abs(time.GetUtcNow().ToUnixTimeSeconds() - seconds) <= MostSeconds;

    private byte[] Sign(string timestamp, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _secret);
        hash.AppendData(Encoding.UTF8.GetBytes($"v0:{timestamp}:"));
        hash.AppendData(body);
        return Encoding.UTF8.GetBytes("v0=" + Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
