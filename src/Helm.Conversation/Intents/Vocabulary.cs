namespace Helm.Conversation.Intents;

/// <summary>The names that exist right now; everything a slot may be resolved to.</summary>
public sealed record Vocabulary
{
    public IReadOnlyList<Name> Environments { get; init; } = [];

    public IReadOnlyList<Name> Domains { get; init; } = [];

    public IReadOnlyList<ResourceName> Resources { get; init; } = [];

    public IReadOnlyList<IssueName> Issues { get; init; } = [];

    public IReadOnlyList<Name> Metrics { get; init; } = [];

    public static Vocabulary Empty { get; } = new();
}

/// <summary>A canonical name and what else it is called.</summary>
[method: System.Text.Json.Serialization.JsonConstructor]
public sealed record Name(string Canonical, IReadOnlyList<string> Aliases)
{
    public Name(string canonical)
        : this(canonical, [])
    {
    }
}

/// <summary>A resource by name; type and environment where they are known.</summary>
public sealed record ResourceName(string Canonical, string? Type = null, string? Environment = null, string? Domain = null);

/// <summary>An open issue, and its place in the list of the catalogue (1 = first).</summary>
public sealed record IssueName(string IssueId, int Ordinal, string? Resource, string? Severity, string? Environment);
