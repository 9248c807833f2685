using System.Net;

namespace Helm.Host.Listening;

/// <summary>Whether other machines may reach Helm: only when each of them has to prove who asks, and nobody on the way can listen.</summary>
internal static class Reach
{
    /// <summary>An address wider than loopback, or a proxy that passes on what comes from elsewhere.</summary>
    public static bool IsWide(Uri url, IConfiguration configuration) => !IsLoopback(url) || Has(configuration, "Helm:Host:KnownProxies");

    /// <summary>All that is missing, each with its setting; empty when nothing is.</summary>
    public static IReadOnlyList<string> Missing(Uri url, IConfiguration configuration)
    {
        var isEncrypted = url.Scheme == Uri.UriSchemeHttps || Has(configuration, "Helm:Host:KnownProxies");
        (bool Holds, string Remedy)[] conditions =
        [
            (HasText(configuration, "Helm:SignIn:OpenIdConnect:Authority") || Is(configuration, "Helm:SignIn:OneTimeLinks"), "a way to sign in (Helm:SignIn:OpenIdConnect or Helm:SignIn:OneTimeLinks)"),
            (!Is(configuration, "Helm:Security:QuestionsWithoutToken"), "Helm:Security:QuestionsWithoutToken false"),
            (!Is(configuration, "Helm:Security:PersonInRequest"), "Helm:Security:PersonInRequest false"),
            (!Is(configuration, "Helm:BotFramework:DevelopmentMode"), "Helm:BotFramework:DevelopmentMode false"),
            (Has(configuration, "Helm:Security:AllowedHosts"), "the host names it is called by (Helm:Security:AllowedHosts)"),
            (isEncrypted, "encryption: an https address with Helm:Host:CertificateFile, or the proxy that does it (Helm:Host:KnownProxies)"),
        ];
        return [.. conditions.Where(condition => !condition.Holds).Select(condition => condition.Remedy)];
    }

    public static bool IsLoopback(Uri url) =>
        url.Host is "localhost" || (IPAddress.TryParse(url.DnsSafeHost, out var address) && IPAddress.IsLoopback(address));

    private static bool Is(IConfiguration configuration, string key) => configuration.GetValue<bool>(key);

    private static bool HasText(IConfiguration configuration, string key) => !string.IsNullOrWhiteSpace(configuration[key]);

    private static bool Has(IConfiguration configuration, string key) => configuration.GetSection(key).GetChildren().Any();
}
