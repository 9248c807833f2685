using Helm.Operations.Promises;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helm.Storage.Promises;

/// <summary>A promise to tell somebody when something is back.</summary>
internal sealed class PromiseRow
{
    public long Id { get; init; }

    public required string Conversation { get; init; }

    public required string PersonId { get; init; }

    public required string Person { get; init; }

    public string? IssueId { get; init; }

    public string? Environment { get; init; }

    public string? Resource { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public PromiseEnding? Ending { get; init; }
}

/// <summary>The table of <see cref="PromiseRow"/>.</summary>
internal sealed class PromiseTable : IEntityTypeConfiguration<PromiseRow>
{
    public void Configure(EntityTypeBuilder<PromiseRow> builder)
    {
        builder.ToTable("promises").HasKey(row => row.Id);
        builder.Property(row => row.Conversation).HasMaxLength(400);
        builder.Property(row => row.PersonId).HasMaxLength(400);
        builder.Property(row => row.Person).HasMaxLength(400);
        builder.Property(row => row.IssueId).HasMaxLength(100);
        builder.Property(row => row.Environment).HasMaxLength(200);
        builder.Property(row => row.Resource).HasMaxLength(400);
        builder.Property(row => row.Ending).HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(row => row.EndedAt);
    }
}
