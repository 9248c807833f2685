using Helm.Conversation.Dialogs;
using Helm.Conversation.Intents;
using Helm.Operations.Environments;
using Helm.Operations.Monitoring;
using Helm.Operations.Overviews;
using Helm.Operations.Registration;
using Microsoft.Extensions.Options;

namespace Helm.Conversation.Direction;

/// <summary>The environments and domains that a command may name; anything else is refused by name, never widened.</summary>
public sealed class KnownNames(
    EnvironmentDirectory environments, DomainRegistry domains, IDeploymentReader deployments, IOptions<DashboardOptions> dashboard)
{
    public string DefaultEnvironment => dashboard.Value.DefaultEnvironment;

    public IReadOnlyList<string> Domains => [.. domains.Monitors.Select(monitor => monitor.Registration.Domain).Distinct()];

    /// <summary>Null when every name is known.</summary>
    internal async Task<Answer?> RefuseAsync(Command command, CancellationToken cancellation)
    {
        if (command.Text(Slots.Environment) is { } environment && environments.All.All(known => known.Name != environment))
        {
            return Refusals.UnknownName(Slots.Environment, environment, [.. environments.All.Select(known => known.Name)]);
        }

        if (command.Text(Slots.Domain) is { } domain && await UnknownDomainAsync(domain, cancellation))
        {
            return Refusals.UnknownName(Slots.Domain, domain, Domains);
        }

        return null;
    }

    /// <summary>What is registered, but watched by nobody, is known too: its answer is "unknown".</summary>
    private async Task<bool> UnknownDomainAsync(string domain, CancellationToken cancellation) =>
        domains.Find(domain) is null
        && (await deployments.ListAsync(cancellation)).All(deployment => deployment.Domain != domain);
}
