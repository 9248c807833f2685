using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helm.Storage.Checks;

/// <summary>When something is due, and who is at it.</summary>
internal sealed class ScheduleRow
{
    /// <summary>The id of a deployment, or the name of a duty: <c>alarms/infrastructure</c>.</summary>
    public required string Subject { get; init; }

    public required bool IsCheck { get; init; }

    /// <summary>False for a deployment with monitoring switched off.</summary>
    public required bool Enabled { get; set; }

    public required DateTimeOffset DueAt { get; set; }

    public string? ClaimedBy { get; set; }

    public DateTimeOffset? ClaimedUntil { get; set; }
}

/// <summary>The table of <see cref="ScheduleRow"/>.</summary>
internal sealed class ScheduleTable : IEntityTypeConfiguration<ScheduleRow>
{
    public void Configure(EntityTypeBuilder<ScheduleRow> builder)
    {
        builder.ToTable("schedule").HasKey(row => row.Subject);
        builder.HasIndex(row => row.DueAt);
        builder.HasIndex(row => row.ClaimedBy);
    }
}
