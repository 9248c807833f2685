using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helm.Storage.Inbox;

/// <summary>One message that came in.</summary>
internal sealed class InboxRow
{
    public required string Key { get; init; }

    public required string Door { get; init; }

    public required string Body { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Null once it is dealt with.</summary>
    public string? Holder { get; set; }

    /// <summary>Null once it is dealt with.</summary>
    public DateTimeOffset? HeldUntil { get; set; }

    public int Attempts { get; set; }
}

/// <summary>The table of <see cref="InboxRow"/>.</summary>
internal sealed class InboxTable : IEntityTypeConfiguration<InboxRow>
{
    public void Configure(EntityTypeBuilder<InboxRow> builder)
    {
        builder.ToTable("inbox").HasKey(row => row.Key);
        builder.Property(row => row.Key).HasMaxLength(100);
        builder.HasIndex(row => row.HeldUntil);
        builder.HasIndex(row => row.ReceivedAt);
    }
}
