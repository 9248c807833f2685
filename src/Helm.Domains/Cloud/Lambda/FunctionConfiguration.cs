namespace Helm.Domains.Cloud.Lambda;

/// <summary>A function as GetFunction and ListFunctions tell it; the list leaves the states out.</summary>
internal sealed record FunctionConfiguration
{
    public string FunctionName { get; init; } = "";

    public string? FunctionArn { get; init; }

    public string? Description { get; init; }

    /// <summary>Pending, Active, Inactive (idle, wakes when called) or Failed.</summary>
    public string? State { get; init; }

    public string? StateReason { get; init; }

    /// <summary>Successful, InProgress or Failed.</summary>
    public string? LastUpdateStatus { get; init; }

    public string? LastUpdateStatusReason { get; init; }

    public string? RevisionId { get; init; }

    public string? Version { get; init; }

    public string? LastModified { get; init; }
}

/// <summary>The part of GetFunction that is used.</summary>
internal sealed record FunctionBody(FunctionConfiguration? Configuration, FunctionConcurrency? Concurrency);

/// <summary>What is reserved for a function; null is nothing.</summary>
internal sealed record FunctionConcurrency(int? ReservedConcurrentExecutions);

/// <summary>One page of ListFunctions.</summary>
internal sealed record FunctionPage(IReadOnlyList<FunctionConfiguration>? Functions, string? NextMarker);

/// <summary>A name for a published version.</summary>
internal sealed record FunctionAlias(string Name, string FunctionVersion, string? Description, string? RevisionId);

/// <summary>One page of ListAliases.</summary>
internal sealed record AliasPage(IReadOnlyList<FunctionAlias>? Aliases, string? NextMarker);

/// <summary>One page of ListVersionsByFunction.</summary>
internal sealed record VersionPage(IReadOnlyList<FunctionConfiguration>? Versions, string? NextMarker);

/// <summary>What the account allows.</summary>
internal sealed record AccountSettings(AccountLimit? AccountLimit);

/// <summary>Concurrency that no function has reserved.</summary>
internal sealed record AccountLimit(int? UnreservedConcurrentExecutions);
