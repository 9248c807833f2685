using Helm.Domains.Cloud.Accounts;

namespace Helm.Domains.Cloud.Remedies;

/// <summary>Points a function's alias back to the version before its present one.</summary>
internal sealed class RollBackLambda(CloudConnections connections) : AliasRemedy(connections)
{
    public override string Action => "rollback_lambda";

    public override IReadOnlyList<string> Names => ["rollback_lambda", "rollback"];

    public override string Verb => "rollback";

    protected override string WithoutAlias => "Deploy the former code instead.";

    protected override string Where => "before";

    protected override string Code => "former";

    protected override int? Choose(IReadOnlyList<int> versions, int present) =>
        versions.Where(version => version < present).Select(version => (int?)version).Max();

    protected override string EffectOf(string function, string from, string to) => $"roll the function {function} back from version {from} to {to}";
}
