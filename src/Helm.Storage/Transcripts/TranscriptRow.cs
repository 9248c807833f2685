using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helm.Storage.Transcripts;

/// <summary>One message of a conversation, as it is now.</summary>
internal sealed class TranscriptRow
{
    public required string Conversation { get; init; }

    public required long Number { get; init; }

    public required long Place { get; init; }

    public required string Id { get; init; }

    public required string Body { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>The table of <see cref="TranscriptRow"/>.</summary>
internal sealed class TranscriptTable : IEntityTypeConfiguration<TranscriptRow>
{
    public void Configure(EntityTypeBuilder<TranscriptRow> builder)
    {
        builder.ToTable("transcripts").HasKey(row => new { row.Conversation, row.Number });
        builder.Property(row => row.Conversation).HasMaxLength(100);
        builder.Property(row => row.Id).HasMaxLength(100);
        builder.Property(row => row.Number).ValueGeneratedNever();
        builder.HasIndex(row => new { row.Conversation, row.Id }).IsUnique();
    }
}
