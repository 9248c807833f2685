using Helm.Operations.Settings;

namespace Helm.Host.Sessions;

/// <summary>How people sign in to the web page; section <c>Helm:SignIn</c>.</summary>
public sealed class SignInOptions
{
    public const string Section = "Helm:SignIn";

    /// <summary>Whether this machine's owner may let people in by links that are good once: <c>heyhelm web link</c>.</summary>
    public bool OneTimeLinks { get; set; }

    /// <summary>How long a link is good.</summary>
    public Duration LinkLifetime { get; set; } = Duration.FromMinutes(10);

    /// <summary>How long somebody stays signed in.</summary>
    public Duration SessionLifetime { get; set; } = Duration.FromMinutes(12 * 60);

    /// <summary>What sessions are signed with, by reference: the same for all hosts that share a database. Empty: made from the token file.</summary>
    public string Key { get; set; } = "";

    public OpenIdOptions OpenIdConnect { get; set; } = new();

    public bool IsPossible => OneTimeLinks || OpenIdConnect.IsConfigured;
}

/// <summary>The organisation's own sign-in, by OpenID Connect.</summary>
public sealed class OpenIdOptions
{
    /// <summary>The issuer: <c>https://login.microsoftonline.com/TENANT/v2.0</c>. Empty for none.</summary>
    public string Authority { get; set; } = "";

    public string ClientId { get; set; } = "";

    /// <summary>By reference: <c>env:NAME</c> or <c>file:PATH</c>. Empty for a public client, which PKCE protects.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>On the button: "Sign in with NAME".</summary>
    public string DisplayName { get; set; } = "your organisation";

    /// <summary>When empty: openid and profile.</summary>
    public IList<string> Scopes { get; init; } = [];

    /// <summary>The claim that says who it is, for good; <c>web:</c> and its value is the id in <c>Helm:People</c>.</summary>
    public string PersonClaim { get; set; } = "sub";

    /// <summary>The claim with a name for people to read.</summary>
    public string NameClaim { get; set; } = "name";

    public bool IsConfigured => Authority.Length > 0;
}
