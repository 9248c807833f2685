using Helm.Domains.Cloud.Accounts;

namespace Helm.Domains.Cloud.Remedies;

/// <summary>Gives a service the newest task definition of its family that was registered.</summary>
internal sealed class DeployEcsService(CloudConnections connections) : DefinitionRemedy(connections)
{
    public override string Action => "deploy_ecs_service";

    public override IReadOnlyList<string> Names => ["deploy_ecs_service", "deploy"];

    public override string Verb => "deploy";

    protected override string Touches => "Its tasks are replaced one after the other by new ones.";

    /// <summary>ECS takes a family alone for its newest active revision.</summary>
    protected override string? Wanted(string present) => present.LastIndexOf('/') is var slash and >= 0 && present.LastIndexOf(':') is var colon && colon > slash ? present[(slash + 1)..colon] : null;

    protected override string NoneOf(string service) => $"{service} runs the newest task definition of its family already. Register the one to deploy first.";

    protected override string EffectOf(string service, string from, string to) => $"deploy {to} of the service {service} instead of {from}";
}
