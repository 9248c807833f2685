using Helm.Operations.Issues;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helm.Storage.Changes;

/// <summary>How far a consumer of changes has come, and which host is at it.</summary>
internal sealed class ConsumerRow
{
    public required string Name { get; init; }

    public long Cursor { get; set; }

    public string? Holder { get; set; }

    public DateTimeOffset? HeldUntil { get; set; }
}

/// <summary>A change that a consumer could not deal with yet.</summary>
internal sealed class ParkedRow
{
    public required string Consumer { get; init; }

    public required long Number { get; init; }

    public required string IssueId { get; init; }

    public required IssueChange Change { get; init; }

    public required DateTimeOffset At { get; init; }

    public int Attempts { get; set; }

    /// <summary>Null when it is set aside.</summary>
    public DateTimeOffset? NextAt { get; set; }

    public string? Reason { get; set; }
}

/// <summary>The table of <see cref="ConsumerRow"/>.</summary>
internal sealed class ConsumerTable : IEntityTypeConfiguration<ConsumerRow>
{
    public void Configure(EntityTypeBuilder<ConsumerRow> builder)
    {
        builder.ToTable("consumers").HasKey(row => row.Name);
        builder.Property(row => row.Name).HasMaxLength(100);
    }
}

/// <summary>The table of <see cref="ParkedRow"/>.</summary>
internal sealed class ParkedTable : IEntityTypeConfiguration<ParkedRow>
{
    public void Configure(EntityTypeBuilder<ParkedRow> builder)
    {
        builder.ToTable("parked_changes").HasKey(row => new { row.Consumer, row.Number });
        builder.Property(row => row.Consumer).HasMaxLength(100);
        builder.Property(row => row.Change).HasConversion<string>();
    }
}
