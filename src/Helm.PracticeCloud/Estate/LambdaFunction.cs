using System.Globalization;

namespace Helm.PracticeCloud.Estate;

/// <summary>A Lambda function: the unpublished one, its versions and its aliases.</summary>
internal sealed class LambdaFunction
{
    public required string Name { get; init; }

    public required string Arn { get; init; }

    public required FunctionConfiguration Latest { get; set; }

    /// <summary>When the last update is done; before, it is in progress.</summary>
    public DateTimeOffset UpdatedAt { get; set; }

    public List<FunctionConfiguration> Versions { get; } = [];

    public SortedDictionary<string, FunctionAlias> Aliases { get; } = new(StringComparer.Ordinal);

    public int? ReservedConcurrency { get; set; }

    public FunctionConfiguration? Find(string? qualifier) => qualifier switch
    {
        null or "" or "$LATEST" => Latest,
        _ when Aliases.TryGetValue(qualifier, out var alias) => Find(alias.Version),
        _ => Versions.Find(version => version.Version == qualifier),
    };

    public string NextVersion() =>
        (Versions.Count == 0 ? 1 : Versions.Max(v => int.Parse(v.Version, CultureInfo.InvariantCulture)) + 1).ToString(CultureInfo.InvariantCulture);
}

/// <summary>What a version of a function is configured to be.</summary>
internal sealed record FunctionConfiguration
{
    public required string Version { get; init; }

    public required string Runtime { get; init; }

    public required string Handler { get; init; }

    public required int MemoryMb { get; init; }

    public required int TimeoutSeconds { get; init; }

    public required string Description { get; init; }

    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    public required DateTimeOffset Modified { get; init; }

    public required string CodeSha256 { get; init; }

    public string RevisionId { get; init; } = Guid.NewGuid().ToString();
}

/// <summary>A name that points to a version.</summary>
internal sealed record FunctionAlias(string Name, string Version, string Description)
{
    public string RevisionId { get; init; } = Guid.NewGuid().ToString();
}
