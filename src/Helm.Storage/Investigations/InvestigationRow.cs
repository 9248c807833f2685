using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helm.Storage.Investigations;

/// <summary>An investigation: evidence and report as they were written.</summary>
internal sealed class InvestigationRow
{
    public required string Id { get; init; }

    public string? IssueId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Bundle { get; init; }

    public required string Report { get; init; }
}

/// <summary>The table of <see cref="InvestigationRow"/>.</summary>
internal sealed class InvestigationTable : IEntityTypeConfiguration<InvestigationRow>
{
    public void Configure(EntityTypeBuilder<InvestigationRow> builder)
    {
        builder.ToTable("investigations").HasKey(row => row.Id);
        builder.Property(row => row.Id).HasMaxLength(40);
        builder.HasIndex(row => new { row.IssueId, row.At });
        builder.HasIndex(row => row.At);
    }
}
