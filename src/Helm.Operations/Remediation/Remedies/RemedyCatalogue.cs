using Helm.Operations.Remediation.Plans;

namespace Helm.Operations.Remediation.Remedies;

/// <summary>All remedies that the domains bring.</summary>
public sealed class RemedyCatalogue(IEnumerable<IRemedy> remedies)
{
    private readonly IRemedy[] _remedies = [.. remedies];

    public IReadOnlyList<IRemedy> All => _remedies;

    /// <summary>The remedy of this name for such a resource; its own name wins over what it belongs to.</summary>
    public IRemedy? Find(string name, string resourceType) =>
        _remedies.FirstOrDefault(remedy => remedy.Action == name && remedy.Mends(resourceType))
        ?? _remedies.FirstOrDefault(remedy => remedy.Names.Contains(name) && remedy.Mends(resourceType));

    /// <summary>What can be done with such a resource, for somebody who asked for something else.</summary>
    public IReadOnlyList<string> For(string resourceType) =>
        [.. _remedies.Where(remedy => remedy.Mends(resourceType)).Select(remedy => remedy.Action)];

    /// <summary>What action documents call a step; its own name where the remedy is gone.</summary>
    public string VerbOf(PlannedAction step) => Find(step.Action, step.Target.Type)?.VerbOf(step) ?? step.Action;

    /// <summary>The types that a name can be applied to.</summary>
    public bool Knows(string name) => _remedies.Any(remedy => remedy.Action == name || remedy.Names.Contains(name));
}
