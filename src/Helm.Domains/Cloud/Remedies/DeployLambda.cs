using Helm.Domains.Cloud.Accounts;

namespace Helm.Domains.Cloud.Remedies;

/// <summary>Points a function's alias to the newest version that was published.</summary>
internal sealed class DeployLambda(CloudConnections connections) : AliasRemedy(connections)
{
    public override string Action => "deploy_lambda";

    public override IReadOnlyList<string> Names => ["deploy_lambda", "deploy"];

    public override string Verb => "deploy";

    protected override string WithoutAlias => "Publish a version and give it an alias, so that it can be deployed and taken back.";

    protected override string Where => "after";

    protected override string Code => "new";

    protected override int? Choose(IReadOnlyList<int> versions, int present) =>
        versions.Where(version => version > present).Select(version => (int?)version).Max();

    protected override string EffectOf(string function, string from, string to) => $"deploy version {to} of the function {function} instead of {from}";
}
