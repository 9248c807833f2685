using Helm.Operations.Settings;
using Microsoft.Extensions.Options;

namespace Helm.Host.Sessions;

/// <summary>Ways to sign in that can be trusted.</summary>
internal sealed class SignInOptionsCheck(IHostEnvironment environment) : IValidateOptions<SignInOptions>
{
    private const int ShortestKey = 32;

    public ValidateOptionsResult Validate(string? name, SignInOptions options)
    {
        var requirements = new Requirements(SignInOptions.Section)
            .Require(options.LinkLifetime >= TimeSpan.FromSeconds(10) && options.LinkLifetime <= TimeSpan.FromDays(1), nameof(options.LinkLifetime), options.LinkLifetime, "10s to 1d")
            .Require(options.SessionLifetime >= TimeSpan.FromMinutes(1) && options.SessionLifetime <= TimeSpan.FromDays(30), nameof(options.SessionLifetime), options.SessionLifetime, "1m to 30d")
            .Require(options.Key.Length == 0 || Secret(options.Key)?.Length >= ShortestKey, nameof(options.Key), Shown(options.Key), $"env:NAME or file:PATH of a secret of at least {ShortestKey} characters");
        return options.OpenIdConnect is { IsConfigured: true } provider ? Provider(requirements, provider).Result() : requirements.Result();
    }

    private Requirements Provider(Requirements requirements, OpenIdOptions provider) => requirements
        .Require(IsTrusted(provider.Authority), "OpenIdConnect:Authority", provider.Authority, "the issuer's https address")
        .Require(provider.ClientId.Length > 0, "OpenIdConnect:ClientId", provider.ClientId, "the id under which the issuer knows Helm")
        .Require(provider.ClientSecret.Length == 0 || Secret(provider.ClientSecret) is not null, "OpenIdConnect:ClientSecret", Shown(provider.ClientSecret), "env:NAME or file:PATH of a secret that is there")
        .Require(provider.PersonClaim.Length > 0, "OpenIdConnect:PersonClaim", provider.PersonClaim, "a claim such as sub or oid");

    /// <summary>On this machine, and not in production, an issuer to practise with.</summary>
    private bool IsTrusted(string authority) =>
        Uri.TryCreate(authority, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback && !environment.IsProduction()));

    private static bool IsReference(string text) =>
        text.StartsWith("env:", StringComparison.Ordinal) || text.StartsWith("file:", StringComparison.Ordinal);

    // A secret that somebody wrote down by mistake is not repeated.
    private static string Shown(string text) => IsReference(text) ? text : "(a text)";

    private static string? Secret(string reference)
    {
        try
        {
            return IsReference(reference) ? SecretReference.Resolve(reference) : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
