using Helm.Operations.Remediation.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helm.Storage.Remediation;

/// <summary>A plan: the document, and beside it what is searched by.</summary>
internal sealed class PlanRow
{
    /// <summary>rem-001, in lower case.</summary>
    public required string Id { get; init; }

    public required Guid ApprovalId { get; init; }

    public required long Number { get; init; }

    public required bool IsOpen { get; set; }

    public string? IssueId { get; set; }

    public string? Conversation { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string Document { get; set; }
}

/// <summary>The table of <see cref="PlanRow"/>.</summary>
internal sealed class PlanTable : IEntityTypeConfiguration<PlanRow>
{
    public void Configure(EntityTypeBuilder<PlanRow> builder)
    {
        builder.ToTable("plans").HasKey(row => row.Id);
        builder.Property(row => row.Id).HasMaxLength(40);
        builder.HasIndex(row => row.ApprovalId).IsUnique();
        builder.HasIndex(row => row.Number);
        builder.HasIndex(row => new { row.IsOpen, row.Number });
        builder.HasIndex(row => row.IssueId);
    }
}

/// <summary>A line of the journal; its key is what keeps a change from being sent twice.</summary>
internal sealed class JournalRow
{
    public required string PlanId { get; init; }

    public required int Step { get; init; }

    public required JournalPhase Phase { get; init; }

    public required DateTimeOffset At { get; init; }

    public string? Note { get; init; }
}

/// <summary>The table of <see cref="JournalRow"/>.</summary>
internal sealed class JournalTable : IEntityTypeConfiguration<JournalRow>
{
    public void Configure(EntityTypeBuilder<JournalRow> builder)
    {
        builder.ToTable("plan_journal").HasKey(row => new { row.PlanId, row.Step, row.Phase });
        builder.Property(row => row.PlanId).HasMaxLength(40);
        builder.Property(row => row.Phase).HasConversion<string>().HasMaxLength(20);
    }
}
