using System.Globalization;
using Helm.Domains.Cloud.Accounts;

namespace Helm.Domains.Cloud.Remedies;

/// <summary>Puts a service back to the task definition before its present one.</summary>
internal sealed class RollBackEcsService(CloudConnections connections) : DefinitionRemedy(connections)
{
    public override string Action => "rollback_ecs_service";

    public override IReadOnlyList<string> Names => ["rollback_ecs_service", "rollback"];

    public override string Verb => "rollback";

    protected override string Touches => "What only the newer definition can do is gone until it is deployed again.";

    /// <summary>family:7 after family:8.</summary>
    protected override string? Wanted(string present)
    {
        var colon = present.LastIndexOf(':');
        return colon > 0 && int.TryParse(present.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var revision) && revision > 1
            ? FormattableString.Invariant($"{present[..colon]}:{revision - 1}")
            : null;
    }

    protected override string NoneOf(string service) => $"{service} has no former task definition that could be used.";

    protected override string EffectOf(string service, string from, string to) => $"roll the service {service} back from {from} to {to}";
}
