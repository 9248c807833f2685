using Helm.Operations.People;
using Helm.Operations.Settings;
using Microsoft.Extensions.Options;

namespace Helm.Host.Security;

/// <summary>Every name and origin is one that a browser could send.</summary>
internal sealed class SecurityOptionsCheck(IHostEnvironment environment) : IValidateOptions<SecurityOptions>
{
    public ValidateOptionsResult Validate(string? name, SecurityOptions options)
    {
        var requirements = new Requirements(SecurityOptions.Section);
        requirements.Require(options.TokenFile.Trim().Length > 0, nameof(options.TokenFile), options.TokenFile, "the path of a file");
        requirements.Require(
            options.RoleWithoutToken == Role.Viewer || !environment.IsProduction(), nameof(options.RoleWithoutToken), options.RoleWithoutToken, "Viewer in the Production environment");
        requirements.Require(
            options.UnknownPersonRole is null or Role.Viewer, nameof(options.UnknownPersonRole), options.UnknownPersonRole, "Viewer, or null; whoever may more is named in Helm:People");
        foreach (var host in options.AllowedHosts)
        {
            requirements.Require(
                Uri.CheckHostName(host) != UriHostNameType.Unknown, nameof(options.AllowedHosts), host, "a host name without port");
        }

        foreach (var origin in options.AllowedOrigins)
        {
            requirements.Require(
                Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.GetLeftPart(UriPartial.Authority) == origin,
                nameof(options.AllowedOrigins), origin, "an origin such as https://ops.example.com, without a path");
        }

        return requirements.Result();
    }
}
