namespace Helm.Domains.Cloud.Rds;

/// <summary>A database instance, as far as it is used.</summary>
internal sealed record DatabaseInstance
{
    public required string Identifier { get; init; }

    public string? Arn { get; init; }

    /// <summary>available, rebooting, modifying, storage-full…</summary>
    public required string Status { get; init; }

    public string? Engine { get; init; }

    public long? AllocatedGigabytes { get; init; }

    public IReadOnlyList<InstanceParameterGroup> ParameterGroups { get; init; } = [];
}

/// <summary>A parameter group of an instance: in-sync, pending-reboot or applying.</summary>
internal sealed record InstanceParameterGroup(string Name, string? ApplyStatus);

/// <summary>One parameter; its value may be a formula.</summary>
internal sealed record DatabaseParameter(
    string Name, string? Value, string? ApplyType, bool IsModifiable, string? AllowedValues, string? Source);

/// <summary>Something that happened to an instance.</summary>
internal sealed record DatabaseEvent(DateTimeOffset Time, string Source, string Message);

/// <summary>A parameter to be set: <c>immediate</c> for dynamic ones, <c>pending-reboot</c> for static ones.</summary>
internal sealed record ParameterChange(string Name, string Value, string ApplyMethod);
