namespace Helm.Operations.Audits;

/// <summary>What an account is looked through for.</summary>
public enum AuditType
{
    Cost,
    Security,
    Compliance,
}

/// <summary>How far an audit has come, or how it ended.</summary>
public enum AuditStatus
{
    Running,

    /// <summary>Everything was read.</summary>
    Complete,

    /// <summary>Some parts could not be read; the rest stands.</summary>
    Partial,

    /// <summary>Nothing could be read.</summary>
    Failed,
}

/// <summary>What an audit found, as it is kept and told.</summary>
public sealed record AuditReport
{
    /// <summary><c>audit-001</c>.</summary>
    public string AuditId { get; init; } = "";

    public required AuditType Type { get; init; }

    public required string Environment { get; init; }

    /// <summary>The account that was asked; null before it is known.</summary>
    public string? Account { get; init; }

    public required AuditStatus Status { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    public required string RequestedBy { get; init; }

    /// <summary>What is being read; null once it is over.</summary>
    public string? Progress { get; init; }

    public IReadOnlyList<AuditPart> Parts { get; init; } = [];

    public CostSection? Cost { get; init; }

    public SecuritySection? Security { get; init; }

    public ComplianceSection? Compliance { get; init; }

    /// <summary>Against the last audit of this kind; null when it is the first.</summary>
    public AuditComparison? ComparedTo { get; init; }

    /// <summary>True when it found what it was for, in whole or in part.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool HasFindings => Cost is not null || Security is not null || Compliance is not null;

    internal AuditReport With(AuditFindings found, DateTimeOffset at)
    {
        var report = this with
        {
            Account = found.Account,
            Parts = found.Parts,
            Cost = found.Cost,
            Security = found.Security,
            Compliance = found.Compliance,
            FinishedAt = at,
        };
        var whole = found.Parts.All(part => part.Status == PartStatus.Read);
        return report with { Status = !report.HasFindings ? AuditStatus.Failed : whole ? AuditStatus.Complete : AuditStatus.Partial };
    }
}

/// <summary>What became of one thing that was to be read.</summary>
/// <param name="Name">spend, usage, findings, rules…</param>
/// <param name="Problem">What AWS said; null when it was read.</param>
/// <param name="MissingAction">The IAM action that the reading role lacks.</param>
/// <param name="Remedy">What to do about it.</param>
public sealed record AuditPart(string Name, PartStatus Status, string? Problem = null, string? MissingAction = null, string? Remedy = null);

/// <summary>Whether a part of an audit could be read.</summary>
public enum PartStatus
{
    Read,

    /// <summary>There was more than is read in one go.</summary>
    Cut,
    Denied,

    /// <summary>The service is not switched on in this account and region.</summary>
    NotEnabled,

    /// <summary>It did not answer, or refused; trying later may help.</summary>
    Unavailable,

    /// <summary>Helm has no account for this environment.</summary>
    NotConfigured,
}
