using Helm.Operations.Audits;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helm.Storage.Audits;

/// <summary>An audit, by what it is looked for.</summary>
internal sealed class AuditRow
{
    public long Id { get; init; }

    public required AuditType Type { get; init; }

    public required string Environment { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required string Document { get; set; }
}

/// <summary>The table of <see cref="AuditRow"/>.</summary>
internal sealed class AuditTable : IEntityTypeConfiguration<AuditRow>
{
    public void Configure(EntityTypeBuilder<AuditRow> builder)
    {
        builder.ToTable("audits").HasKey(row => row.Id);
        builder.Property(row => row.Type).HasConversion<string>().HasMaxLength(20);
        builder.Property(row => row.Environment).HasMaxLength(200);
        builder.HasIndex(row => new { row.Type, row.Environment, row.StartedAt });
        builder.HasIndex(row => row.StartedAt);
    }
}
