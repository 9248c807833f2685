namespace Helm.Operations.Promises;

/// <summary>Helm's word to tell somebody, where they asked, when something is back.</summary>
public sealed record Promise
{
    /// <summary><c>promise-1</c>; empty until it is kept in the record.</summary>
    public string Id { get; init; } = "";

    /// <summary>With its door: <c>slack:C1</c>.</summary>
    public required string Conversation { get; init; }

    /// <summary>Stable, of whoever asked; only they cancel it.</summary>
    public required string PersonId { get; init; }

    /// <summary>Their name, for people to read.</summary>
    public required string Person { get; init; }

    /// <summary>Null for a promise about a resource or an environment.</summary>
    public string? IssueId { get; init; }

    /// <summary>Null for one about an issue.</summary>
    public string? Environment { get; init; }

    /// <summary>Null for one about an issue, or about a whole environment.</summary>
    public string? Resource { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Null while it is open.</summary>
    public PromiseEnding? Ending { get; init; }
}

/// <summary>What became of a promise.</summary>
public enum PromiseEnding
{
    /// <summary>It was told.</summary>
    Kept,
    Cancelled,
}
