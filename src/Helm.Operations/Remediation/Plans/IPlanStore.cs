namespace Helm.Operations.Remediation.Plans;

/// <summary>Keeps plans and their journals. Writes belong to the transaction that they are made in.</summary>
public interface IPlanStore
{
    /// <summary>The next free number; <c>rem-001</c> is the first.</summary>
    Task<int> NextNumberAsync(CancellationToken cancellation);

    /// <summary>Adds it, or puts it in the place of the one with its id.</summary>
    Task SaveAsync(PlanRecord record, CancellationToken cancellation);

    /// <summary>By <c>rem-001</c>, whatever its capitals, or by the approval id.</summary>
    Task<PlanRecord?> FindAsync(string id, CancellationToken cancellation);

    /// <summary>The latest first.</summary>
    Task<IReadOnlyList<PlanRecord>> ListAsync(PlanFilter filter, CancellationToken cancellation);

    /// <summary>False when this phase of this step stands there already; committed when it returns true outside a transaction.</summary>
    Task<bool> TryNoteAsync(JournalEntry entry, CancellationToken cancellation);

    /// <summary>In the order of writing.</summary>
    Task<IReadOnlyList<JournalEntry>> JournalAsync(string planId, CancellationToken cancellation);
}

/// <summary>Which plans; null is "any".</summary>
public sealed record PlanFilter
{
    public string? IssueId { get; init; }

    public string? Conversation { get; init; }

    /// <summary>Only those that are not over.</summary>
    public bool Open { get; init; }

    public int Top { get; init; } = 50;
}
