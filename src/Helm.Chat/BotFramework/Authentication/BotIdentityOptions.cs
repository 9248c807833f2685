namespace Helm.Chat.BotFramework.Authentication;

/// <summary>Who Helm is towards the Bot Framework, and whom it believes; section <c>Helm:BotFramework:Identity</c>.</summary>
public sealed class BotIdentityOptions
{
    public const string Section = "Helm:BotFramework:Identity";

    /// <summary>The Microsoft App ID of the Azure Bot resource; empty in development mode.</summary>
    public string AppId { get; set; } = "";

    /// <summary>The client secret, by reference: <c>env:NAME</c> or <c>file:PATH</c>; none with a managed identity.</summary>
    public string AppPassword { get; set; } = "";

    public BotAppType AppType { get; set; } = BotAppType.SingleTenant;

    /// <summary>The directory in which the app is registered; only for <see cref="BotAppType.SingleTenant"/>.</summary>
    public string TenantId { get; set; } = "";

    /// <summary>Whose people are heard in Teams; empty means the one of <see cref="TenantId"/>, and without one everybody's.</summary>
    public IList<string> AllowedTenants { get; init; } = [];

    /// <summary>Where answers may go: host names over https, <c>*.</c> for those below one. Empty means the public channels.</summary>
    public IList<string> ServiceHosts { get; init; } = [];

    /// <summary>Where the channels publish their signing keys; other clouds have other addresses.</summary>
    public string OpenIdMetadata { get; set; } = "https://login.botframework.com/v1/.well-known/openidconfiguration";

    public string Issuer { get; set; } = "https://api.botframework.com";

    /// <summary>Who gives Helm its own tokens.</summary>
    public string Authority { get; set; } = "https://login.microsoftonline.com";

    /// <summary>What those tokens are for.</summary>
    public string Scope { get; set; } = "https://api.botframework.com/.default";

    /// <summary>The operator's own directories, as far as they are known.</summary>
    internal IReadOnlyList<string> OwnTenants => AllowedTenants is { Count: > 0 } allowed ? [.. allowed] : IsConfigured && TenantId.Length > 0 ? [TenantId] : [];

    internal bool IsConfigured => AppId.Length > 0;
}

/// <summary>How the app of the bot is registered, with the names of the Azure Bot resource.</summary>
public enum BotAppType
{
    SingleTenant,
    MultiTenant,
    ManagedIdentity,
}
