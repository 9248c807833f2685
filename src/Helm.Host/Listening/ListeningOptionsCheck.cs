using Helm.Operations.Settings;
using Microsoft.Extensions.Options;

namespace Helm.Host.Listening;

/// <summary>Every proxy is an address or a network.</summary>
internal sealed class ListeningOptionsCheck : IValidateOptions<ListeningOptions>
{
    public ValidateOptionsResult Validate(string? name, ListeningOptions options)
    {
        var requirements = new Requirements(ListeningOptions.Section);
        foreach (var proxy in options.KnownProxies)
        {
            requirements.Require(Forwarding.Network(proxy) is not null, nameof(options.KnownProxies), proxy, "an address or a network, such as 10.0.0.5 or 10.88.0.0/16");
        }

        return requirements.Result();
    }
}
