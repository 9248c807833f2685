using Helm.Operations.Delivery;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helm.Storage.Outbox;

/// <summary>One message to the outside.</summary>
internal sealed class OutboxRow
{
    /// <summary>The order in which messages to one address are sent.</summary>
    public long Id { get; init; }

    public required string Key { get; init; }

    public required string Channel { get; init; }

    public required string Address { get; init; }

    public required string Kind { get; init; }

    public required string Body { get; init; }

    public string? Correlation { get; init; }

    public required DateTimeOffset AddedAt { get; init; }

    public required DateTimeOffset NotBefore { get; init; }

    public required OutboxState State { get; set; }

    public int Attempts { get; set; }

    /// <summary>After an attempt that failed; before that the same as <see cref="NotBefore"/>.</summary>
    public required DateTimeOffset NextAt { get; set; }

    public string? Holder { get; set; }

    public DateTimeOffset? HeldUntil { get; set; }

    public DateTimeOffset? SettledAt { get; set; }

    public string? Reference { get; set; }

    /// <summary>Of the latest attempt that failed.</summary>
    public string? Reason { get; set; }
}

/// <summary>The table of <see cref="OutboxRow"/>.</summary>
internal sealed class OutboxTable : IEntityTypeConfiguration<OutboxRow>
{
    public void Configure(EntityTypeBuilder<OutboxRow> builder)
    {
        builder.ToTable("outbox").HasKey(row => row.Id);
        builder.Property(row => row.Key).HasMaxLength(200);
        builder.Property(row => row.State).HasConversion<string>();
        builder.HasIndex(row => row.Key).IsUnique();
        builder.HasIndex(row => new { row.Channel, row.State, row.NextAt });
        builder.HasIndex(row => new { row.Channel, row.Address, row.State, row.Id });
        builder.HasIndex(row => row.Holder);
        builder.HasIndex(row => row.Correlation);
        builder.HasIndex(row => new { row.State, row.SettledAt });
    }
}
