using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Helm.Host.Listening;

/// <summary>The one address that Helm listens on: on loopback, unless everybody who comes from elsewhere is known.</summary>
internal static class Address
{
    private const string Remedy =
        "Set Helm:Host:Url to an address such as http://127.0.0.1:3978; from another machine use a tunnel, such as ssh -L 3978:127.0.0.1:3978.";

    /// <exception cref="StartRefusedException">Others could reach it unknown, or it is no address at all.</exception>
    public static Uri Read(IConfiguration configuration)
    {
        if (configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            throw new StartRefusedException($"Kestrel:Endpoints is set, and would make Helm listen where nobody is checked. {Remedy}");
        }

        var text = configuration["urls"] ?? configuration[$"{ListeningOptions.Section}:Url"] ?? new ListeningOptions().Url;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || !IsListenable(url))
        {
            throw new StartRefusedException($"'{text}' is no address that Helm can listen on. {Remedy}");
        }

        return Reach.IsWide(url, configuration) && Reach.Missing(url, configuration) is { Count: > 0 } missing
            ? throw new StartRefusedException(
                $"Helm was to listen on {text} (Helm:Host:Url), which other machines can reach, and that takes more: {string.Join("; ", missing)}. docs/install.md shows how. {Remedy}")
            : url;
    }

    /// <exception cref="StartRefusedException">It has no certificate that can be used.</exception>
    public static X509Certificate2? Certificate(Uri url, IConfiguration configuration)
    {
        if (url.Scheme != Uri.UriSchemeHttps)
        {
            return null;
        }

        var section = configuration.GetSection(ListeningOptions.Section);
        var (certificate, key) = (section[nameof(ListeningOptions.CertificateFile)], section[nameof(ListeningOptions.CertificateKeyFile)]);
        try
        {
            return X509Certificate2.CreateFromPemFile(certificate ?? "", string.IsNullOrEmpty(key) ? null : key);
        }
        catch (Exception problem) when (problem is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new StartRefusedException(
                $"{url} needs a certificate, and Helm:Host:CertificateFile '{certificate}' with CertificateKeyFile '{key}' cannot be used: {problem.Message}", problem);
        }
    }

    public static void ListenOn(this KestrelServerOptions server, Uri url, X509Certificate2? certificate)
    {
        Action<ListenOptions> configure = certificate is null ? _ => { } : listen => listen.UseHttps(certificate);
        if (url.Host is "localhost" && url.Port != 0)
        {
            server.ListenLocalhost(url.Port, configure);
            return;
        }

        server.Listen(url.Host is "localhost" ? IPAddress.Loopback : IPAddress.Parse(url.DnsSafeHost), url.Port, configure);
    }

    private static bool IsListenable(Uri url) =>
        (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
        && (url.Host is "localhost" || IPAddress.TryParse(url.DnsSafeHost, out _));
}
