using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Helm.PracticeCloud.Wire;

namespace Helm.PracticeCloud.Identity;

/// <summary>Verifies Signature Version 4 in the Authorization header, the payload's hash and the request's time.</summary>
internal sealed class SignatureVerifier(KeyRing keys)
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);
    private static readonly string[] UnhashedPayloads =
    [
        "UNSIGNED-PAYLOAD", "STREAMING-UNSIGNED-PAYLOAD-TRAILER", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER",
    ];

    private readonly ConcurrentDictionary<(string, string), byte[]> _signingKeys = new();

    /// <param name="request">As it was received.</param>
    /// <param name="authorization">Its Authorization header.</param>
    /// <param name="protocol">In which errors are worded.</param>
    /// <param name="clocks">The times that the request's may be near to; several while the clocks of the cloud disagree.</param>
    public Caller Verify(ReceivedRequest request, Authorization authorization, WireProtocol protocol, IReadOnlyList<DateTimeOffset> clocks)
    {
        var key = keys.Find(authorization.AccessKeyId) ?? throw IdentityErrors.UnknownKey(protocol);
        if (key.Token is { } token && !Same(token, request.Headers["X-Amz-Security-Token"].ToString()))
        {
            throw IdentityErrors.UnknownKey(protocol);
        }

        if (key.Expires < clocks[0])
        {
            throw IdentityErrors.Expired(protocol);
        }

        var stamp = Time(request, authorization, protocol, clocks);
        var canonical = CanonicalRequest.Of(request, authorization, PayloadHash(request, protocol));
        var toSign = $"AWS4-HMAC-SHA256\n{stamp}\n{authorization.Scope}\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        var expected = Hex(HMACSHA256.HashData(SigningKey(key, authorization), Encoding.UTF8.GetBytes(toSign)));
        return Same(expected, authorization.Signature)
            ? key.Caller
            : throw IdentityErrors.WrongSignature(protocol, "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method.");
    }

    private static string Time(ReceivedRequest request, Authorization authorization, WireProtocol protocol, IReadOnlyList<DateTimeOffset> clocks)
    {
        var stamp = request.Headers["X-Amz-Date"].ToString();
        if (!DateTimeOffset.TryParseExact(stamp, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            || !stamp.StartsWith(authorization.Date, StringComparison.Ordinal) || !authorization.SignedHeaders.Contains("host"))
        {
            throw IdentityErrors.WrongSignature(protocol, "X-Amz-Date and the signed Host header are needed, and the date of the credential scope must be that of X-Amz-Date");
        }

        return clocks.Any(clock => (clock - time).Duration() <= Tolerance)
            ? stamp
            : throw IdentityErrors.Skewed(protocol, time < clocks[0]
                ? $"Signature expired: {stamp} is now earlier than {clocks[0] - Tolerance:yyyyMMdd'T'HHmmss'Z'} ({clocks[0]:yyyyMMdd'T'HHmmss'Z'} - 5 min.)"
                : $"Signature not yet current: {stamp} is still later than {clocks[0] + Tolerance:yyyyMMdd'T'HHmmss'Z'} ({clocks[0]:yyyyMMdd'T'HHmmss'Z'} + 5 min.)");
    }

    private static string PayloadHash(ReceivedRequest request, WireProtocol protocol)
    {
        var claimed = request.Headers["x-amz-content-sha256"].ToString();
        if (UnhashedPayloads.Contains(claimed))
        {
            return claimed;
        }

        var actual = Hex(SHA256.HashData(request.Body));
        return claimed.Length == 0 || Same(claimed, actual)
            ? actual
            : throw (protocol == WireProtocol.S3
                ? new AwsErrorException("XAmzContentSHA256Mismatch", "The provided 'x-amz-content-sha256' header does not match what was computed.")
                : IdentityErrors.WrongSignature(protocol, "The x-amz-content-sha256 header does not match the body"));
    }

    private byte[] SigningKey(AccessKey key, Authorization authorization)
    {
        const int mostKeys = 2_000;
        if (_signingKeys.Count > mostKeys)
        {
            _signingKeys.Clear();
        }

        return _signingKeys.GetOrAdd((key.Id, authorization.Scope), _ =>
        {
            var step = Encoding.UTF8.GetBytes("AWS4" + key.Secret);
            foreach (var part in new[] { authorization.Date, authorization.Region, authorization.Service, "aws4_request" })
            {
                step = HMACSHA256.HashData(step, Encoding.UTF8.GetBytes(part));
            }

            return step;
        });
    }

    private static bool Same(string a, string b) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(a), Encoding.UTF8.GetBytes(b));

    private static string Hex(byte[] octets) => Convert.ToHexStringLower(octets);
}
