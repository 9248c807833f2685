using System.Security.Cryptography;

namespace Helm.Host.Web.Page;

/// <summary>What a page of Helm may load and do: its own files, and nothing from anywhere else.</summary>
internal static class PagePolicy
{
    /// <summary>Of an empty style, which Web Chat writes without the nonce.</summary>
    private const string EmptyStyle = "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

    /// <summary>Sets the policy, and gives what scripts and styles that are not files must carry: Web Chat writes its styles itself.</summary>
    public static string Set(HttpContext http)
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        var line = $"{(http.Request.IsHttps ? "wss" : "ws")}://{http.Request.Host}"; // older browsers do not count sockets to 'self'
        http.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'nonce-{nonce}' '{EmptyStyle}'; img-src 'self' blob: data:; font-src 'self'; media-src 'self' blob:; " +
            $"connect-src 'self' {line} blob:; worker-src 'self' blob:; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
        http.Response.Headers["Permissions-Policy"] = "microphone=(self), camera=(), geolocation=()";
        http.Response.Headers["Cross-Origin-Opener-Policy"] = "same-origin";
        return nonce;
    }
}
