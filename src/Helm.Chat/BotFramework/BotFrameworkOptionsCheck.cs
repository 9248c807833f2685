using Helm.Chat.BotFramework.Authentication;
using Helm.Operations.Settings;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Helm.Chat.BotFramework;

/// <summary>Refuses to open an unauthenticated door where it does not belong, and a half-configured one anywhere.</summary>
internal sealed class BotFrameworkOptionsCheck(IHostEnvironment environment) : IValidateOptions<BotFrameworkOptions>
{
    public ValidateOptionsResult Validate(string? name, BotFrameworkOptions options)
    {
        var requirements = new Requirements(BotFrameworkOptions.Section);
        if (options.Enabled && options.Identity.IsConfigured)
        {
            CheckIdentity(options, requirements);
        }
        else if (options.Enabled)
        {
            requirements
                .Require(options.DevelopmentMode, nameof(options.DevelopmentMode), false,
                    "true on a developer's machine, or Identity:AppId to be set, or Enabled to be false: without an app id nobody proves who they are")
                .Require(!environment.IsProduction(), nameof(options.Enabled), true,
                    "false in the Production environment, because messages are accepted without authentication; on a developer's machine set DOTNET_ENVIRONMENT to Development");
        }

        return requirements
            .Require(!options.LinkByEmail || options.Identity.OwnTenants.Count > 0, nameof(options.LinkByEmail), true,
                "false without Identity:TenantId or Identity:AllowedTenants: only the own directory says who has which address")
            .Positive(nameof(options.AnswerTimeout), options.AnswerTimeout)
            .Positive(nameof(options.RememberMessages), options.RememberMessages)
            .Result();
    }

    private void CheckIdentity(BotFrameworkOptions options, Requirements requirements)
    {
        var identity = options.Identity;
        var needsSecret = identity.AppType != BotAppType.ManagedIdentity;
        requirements
            .Require(!options.DevelopmentMode, nameof(options.DevelopmentMode), true, "false when Identity:AppId is set: there is no door for both")
            .Require(Guid.TryParse(identity.AppId, out _), Key(nameof(identity.AppId)), identity.AppId, "the Microsoft App ID of the Azure Bot resource, a GUID")
            .Require(!needsSecret || IsReference(identity.AppPassword), Key(nameof(identity.AppPassword)), identity.AppPassword.Length > 0 ? "(set)" : "",
                "the client secret by reference, env:NAME or file:PATH")
            .Require(identity.AppType != BotAppType.SingleTenant || identity.TenantId.Length > 0, Key(nameof(identity.TenantId)), identity.TenantId,
                "the directory of the app, because Identity:AppType is SingleTenant");
        foreach (var (key, address) in new[] { (nameof(identity.OpenIdMetadata), identity.OpenIdMetadata), (nameof(identity.Authority), identity.Authority) })
        {
            requirements.Require(IsSafe(address), Key(key), address, "an https address");
        }

        for (var index = 0; index < identity.ServiceHosts.Count; index++)
        {
            var host = identity.ServiceHosts[index];
            requirements.Require(
                !environment.IsProduction() || host.Replace("*.", "", StringComparison.Ordinal).Contains('.', StringComparison.Ordinal) && !char.IsDigit(host[^1]),
                Key($"{nameof(identity.ServiceHosts)}:{index}"), host, "a host name such as smba.trafficmanager.net, or *.botframework.com for those below it");
        }
    }

    private static string Key(string name) => $"{nameof(BotFrameworkOptions.Identity)}:{name}";

    private static bool IsReference(string secret) =>
        secret.StartsWith("env:", StringComparison.Ordinal) || secret.StartsWith("file:", StringComparison.Ordinal);

    /// <summary>Plain http only to a stand-in on this machine, and never in Production.</summary>
    private bool IsSafe(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.IsLoopback && !environment.IsProduction()));
}
