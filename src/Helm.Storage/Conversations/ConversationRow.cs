using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helm.Storage.Conversations;

/// <summary>The state of one conversation.</summary>
internal sealed class ConversationRow
{
    public required string Id { get; init; }

    public int Version { get; init; }

    public required string Document { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }
}

/// <summary>The table of <see cref="ConversationRow"/>.</summary>
internal sealed class ConversationTable : IEntityTypeConfiguration<ConversationRow>
{
    public void Configure(EntityTypeBuilder<ConversationRow> builder)
    {
        builder.ToTable("conversations").HasKey(row => row.Id);
        builder.HasIndex(row => row.UpdatedAt);
    }
}
