namespace Helm.PracticeCloud.Company;

/// <summary>An account: one environment of the company, in one region.</summary>
internal sealed record AccountDefinition
{
    public required string Id { get; init; }

    public required string Environment { get; init; }

    public required string Region { get; init; }

    public required IReadOnlyList<AccessKeyDefinition> AccessKeys { get; init; }

    /// <summary>Names of the roles that every key of the company may assume.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    public required ResourceSet Resources { get; init; }
}

/// <summary>An access key of a user.</summary>
internal sealed record AccessKeyDefinition(string AccessKeyId, string SecretAccessKey, string User);
