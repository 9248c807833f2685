namespace Helm.PracticeCloud.Estate;

/// <summary>A database instance.</summary>
internal sealed class DatabaseInstance
{
    public required string Name { get; init; }

    public required string Arn { get; init; }

    public required string Engine { get; init; }

    public required string EngineVersion { get; init; }

    public required string Class { get; init; }

    public required string ParameterGroup { get; init; }

    public required int StorageGb { get; init; }

    public required bool MultiAz { get; init; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>When a reboot under way is over.</summary>
    public DateTimeOffset RebootedAt { get; set; }

    /// <summary>When parameters under way are in force.</summary>
    public DateTimeOffset AppliedAt { get; set; }

    /// <summary>Parameters wait for a reboot.</summary>
    public bool NeedsReboot { get; set; }
}

/// <summary>A parameter group; other instances may share it.</summary>
internal sealed class ParameterGroup
{
    public required string Name { get; init; }

    public required string Arn { get; init; }

    public required string Family { get; init; }

    public required string Description { get; init; }

    /// <summary>The values that were set, with how each was to be applied.</summary>
    public SortedDictionary<string, SetParameter> Values { get; } = new(StringComparer.Ordinal);
}

/// <summary>A value somebody set.</summary>
internal sealed record SetParameter(string Value, string ApplyMethod);
