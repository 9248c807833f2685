using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helm.Storage.Outbox;

/// <summary>A message that stands in a channel.</summary>
internal sealed class SentMessageRow
{
    public required string Channel { get; init; }

    public required string Place { get; init; }

    public required string MessageId { get; init; }

    public required string Subject { get; set; }

    public required string Address { get; set; }

    public required string Shown { get; set; }

    public required DateTimeOffset At { get; set; }
}

/// <summary>The table of <see cref="SentMessageRow"/>.</summary>
internal sealed class SentMessageTable : IEntityTypeConfiguration<SentMessageRow>
{
    public void Configure(EntityTypeBuilder<SentMessageRow> builder)
    {
        builder.ToTable("sent_messages").HasKey(row => new { row.Channel, row.Place, row.MessageId });
        builder.HasIndex(row => new { row.Subject, row.At });
        builder.HasIndex(row => row.At);
    }
}
