using System.Security.Cryptography;
using System.Text;

namespace Helm.PracticeCloud.Tests.Driver;

/// <summary>Signature Version 4, written from its documentation and apart from the code that verifies it.</summary>
internal static class RequestSigner
{
    public static void Sign(HttpRequestMessage request, byte[] body, string service, string region, string key, string secret, DateTimeOffset time, string? token = null)
    {
        var stamp = time.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", null);
        var date = stamp[..8];
        request.Headers.Host = request.RequestUri!.Authority;
        request.Headers.TryAddWithoutValidation("X-Amz-Date", stamp);
        if (token is not null)
        {
            request.Headers.TryAddWithoutValidation("X-Amz-Security-Token", token);
        }

        var target = request.RequestUri.PathAndQuery.Split('?', 2);
        var path = service == "s3" ? target[0] : string.Join('/', target[0].Split('/').Select(Uri.EscapeDataString));
        var query = target.Length < 2 ? "" : string.Join('&', target[1].Split('&').Select(p => p.Contains('=') ? p : p + "=").Order(StringComparer.Ordinal));
        var headers = $"host:{request.Headers.Host}\nx-amz-date:{stamp}\n";
        var canonical = $"{request.Method}\n{path}\n{query}\n{headers}\nhost;x-amz-date\n{Hex(SHA256.HashData(body))}";
        var scope = $"{date}/{region}/{service}/aws4_request";
        var toSign = $"AWS4-HMAC-SHA256\n{stamp}\n{scope}\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        var signing = Mac(Mac(Mac(Mac(Encoding.UTF8.GetBytes("AWS4" + secret), date), region), service), "aws4_request");
        var signature = Hex(HMACSHA256.HashData(signing, Encoding.UTF8.GetBytes(toSign)));
        request.Headers.TryAddWithoutValidation("Authorization",
            $"AWS4-HMAC-SHA256 Credential={key}/{scope}, SignedHeaders=host;x-amz-date, Signature={signature}");
    }

    private static byte[] Mac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static string Hex(byte[] octets) => Convert.ToHexStringLower(octets);
}
