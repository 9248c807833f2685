namespace Helm.PracticeCloud.Estate;

/// <summary>An ElastiCache node, a member of a replication group when there are several.</summary>
internal sealed class CacheCluster
{
    public required string Id { get; init; }

    public required string Arn { get; init; }

    /// <summary>What the company calls it: the group's name.</summary>
    public required string Resource { get; init; }

    public required string Engine { get; init; }

    public required string EngineVersion { get; init; }

    public required string NodeType { get; init; }

    public required bool Grouped { get; init; }

    public required DateTimeOffset Created { get; init; }

    public DateTimeOffset RebootedAt { get; set; }
}

/// <summary>An S3 bucket.</summary>
internal sealed record Bucket(string Name, DateTimeOffset Created, IReadOnlyList<StoredObject> Objects);

/// <summary>An object in a bucket.</summary>
internal sealed record StoredObject(string Key, long Size, DateTimeOffset Modified);

/// <summary>A CloudFront distribution with its invalidations.</summary>
internal sealed class Distribution
{
    public required string Id { get; init; }

    public required string Arn { get; init; }

    public required string Name { get; init; }

    public required string Domain { get; init; }

    public required IReadOnlyList<string> Aliases { get; init; }

    public required string Origin { get; init; }

    public required DateTimeOffset Modified { get; init; }

    public List<Invalidation> Invalidations { get; } = [];
}

/// <summary>A request to forget cached paths.</summary>
internal sealed record Invalidation(string Id, string CallerReference, IReadOnlyList<string> Paths, DateTimeOffset Created, DateTimeOffset DoneAt);
