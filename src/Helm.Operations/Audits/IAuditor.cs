namespace Helm.Operations.Audits;

/// <summary>Looks an account through for one thing.</summary>
public interface IAuditor
{
    AuditType Type { get; }

    /// <summary>Never throws for what the cloud answers: what could not be read is a part with its reason, and the rest stands.</summary>
    Task<AuditFindings> AuditAsync(AuditRequest request, Action<string> note, CancellationToken cancellation);
}

/// <summary>What is to be looked through.</summary>
/// <param name="From">The first day that costs are asked of; null for the last thirty.</param>
/// <param name="To">The day after the last.</param>
public sealed record AuditRequest(AuditType Type, string Environment, DateOnly? From = null, DateOnly? To = null);

/// <summary>What came of it.</summary>
public sealed record AuditFindings(string? Account, IReadOnlyList<AuditPart> Parts)
{
    public CostSection? Cost { get; init; }

    public SecuritySection? Security { get; init; }

    public ComplianceSection? Compliance { get; init; }
}

/// <summary>Keeps audits.</summary>
public interface IAuditStore
{
    /// <summary>Gives it its id.</summary>
    Task<AuditReport> AddAsync(AuditReport report, CancellationToken cancellation);

    Task SaveAsync(AuditReport report, CancellationToken cancellation);

    Task<AuditReport?> FindAsync(string auditId, CancellationToken cancellation);

    /// <summary>The latest first.</summary>
    Task<IReadOnlyList<AuditReport>> ListAsync(AuditFilter filter, CancellationToken cancellation);
}

/// <summary>Which audits.</summary>
public sealed record AuditFilter(AuditType? Type = null, string? Environment = null, int Top = 20);
