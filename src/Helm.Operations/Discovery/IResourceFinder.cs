namespace Helm.Operations.Discovery;

/// <summary>Lists what is in the account of an environment.</summary>
public interface IResourceFinder
{
    /// <summary>Never throws for what the cloud answers: what could not be listed is a problem by name.</summary>
    /// <param name="tag">Only what bears it; null for everything.</param>
    Task<FoundResources> FindAsync(string environment, ResourceTag? tag, CancellationToken cancellation);
}

/// <summary>A tag to look for.</summary>
/// <param name="Value">Null for any.</param>
public sealed record ResourceTag(string Key, string? Value);

/// <summary>What was found.</summary>
public sealed record FoundResources(string? Account, IReadOnlyList<FoundResource> Resources, IReadOnlyList<ListingProblem> Problems);

/// <summary>A list that could not be had.</summary>
/// <param name="Type">As the registry names it.</param>
/// <param name="MissingAction">The IAM action that the reading role lacks; null where that is not why.</param>
public sealed record ListingProblem(string Type, string Problem, string? MissingAction);
