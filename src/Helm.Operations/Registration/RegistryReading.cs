using Helm.Operations.Monitoring;

namespace Helm.Operations.Registration;

/// <summary>What was read of a registry document: deployments, or what is wrong with it.</summary>
public sealed record RegistryReading(IReadOnlyList<Deployment> Deployments, IReadOnlyList<FieldError> Errors)
{
    public bool IsValid => Errors.Count == 0;
}

/// <summary>A field and what is wrong with it: <c>deployments[2].resources[0].type</c> <c>is missing; expected …</c>.</summary>
public sealed record FieldError(string Field, string Problem)
{
    public override string ToString() => $"{Field}: {Problem}";
}
