using Helm.Host.Sessions;
using Helm.Operations.Settings;
using Microsoft.Extensions.Options;

namespace Helm.Host.Web;

/// <summary>A page that nobody could sign in to is a mistake.</summary>
internal sealed class WebOptionsCheck(IOptions<SignInOptions> signIn) : IValidateOptions<WebOptions>
{
    public ValidateOptionsResult Validate(string? name, WebOptions options) => new Requirements(WebOptions.Section)
        .Require(!options.Enabled || signIn.Value.IsPossible, nameof(options.Enabled), options.Enabled, "a way to sign in: set Helm:SignIn:OneTimeLinks or Helm:SignIn:OpenIdConnect")
        .Require(options.ChatFolder.Trim().Length > 0, nameof(options.ChatFolder), options.ChatFolder, "the path of a folder")
        .Result();
}
