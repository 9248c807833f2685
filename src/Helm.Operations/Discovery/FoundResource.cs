namespace Helm.Operations.Discovery;

/// <summary>Something that was found in an account, named as the registry names resources.</summary>
public sealed record FoundResource(string Type, string Name, string Arn);
