using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helm.Storage.Timers;

/// <summary>Something to do later.</summary>
internal sealed class TimerRow
{
    public required string Key { get; init; }

    public required string Kind { get; set; }

    /// <summary>What it was set for.</summary>
    public required DateTimeOffset DueAt { get; set; }

    /// <summary>When it is tried again after it failed; null when it was set aside.</summary>
    public DateTimeOffset? NextAt { get; set; }

    public required string Payload { get; set; }

    public int Attempts { get; set; }

    public string? Holder { get; set; }

    public DateTimeOffset? HeldUntil { get; set; }

    public string? Reason { get; set; }
}

/// <summary>The table of <see cref="TimerRow"/>.</summary>
internal sealed class TimerTable : IEntityTypeConfiguration<TimerRow>
{
    public void Configure(EntityTypeBuilder<TimerRow> builder)
    {
        builder.ToTable("timers").HasKey(row => row.Key);
        builder.Property(row => row.Key).HasMaxLength(200);
        builder.HasIndex(row => new { row.Kind, row.NextAt });
        builder.HasIndex(row => row.Holder);
    }
}
