using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helm.Storage.Issues;

/// <summary>An issue: the document, and beside it what is searched and sorted by.</summary>
internal sealed class IssueRow
{
    public long Id { get; init; }

    /// <summary>In lower case, as ids are made.</summary>
    public required string IssueId { get; init; }

    public required string Fingerprint { get; init; }

    /// <summary>The fingerprint without the indicator.</summary>
    public required string ResourceKey { get; init; }

    public required string ResourceName { get; init; }

    public required bool IsOpen { get; set; }

    public long GroupId { get; set; }

    public required DateTimeOffset DetectedAt { get; set; }

    public DateTimeOffset? ResolvedAt { get; set; }

    /// <summary>The priority at an age of up to 30 minutes.</summary>
    public int ScoreFresh { get; set; }

    public required string Document { get; set; }
}

/// <summary>The table of <see cref="IssueRow"/>.</summary>
internal sealed class IssueTable : IEntityTypeConfiguration<IssueRow>
{
    /// <summary>How many keys go into one query.</summary>
    public const int KeysAtOnce = 400;

    public void Configure(EntityTypeBuilder<IssueRow> builder)
    {
        builder.ToTable("issues").HasKey(row => row.Id);
        builder.HasIndex(row => row.IssueId).IsUnique();
        builder.HasIndex(row => row.Fingerprint).IsUnique().HasFilter("is_open").HasDatabaseName("ix_issues_one_open");
        builder.HasIndex(row => new { row.Fingerprint, row.ResolvedAt });
        builder.HasIndex(row => new { row.ResourceKey, row.IsOpen });
        builder.HasIndex(row => row.ResourceName);
        builder.HasIndex(row => new { row.GroupId, row.DetectedAt });
        builder.HasIndex(row => row.ResolvedAt);
    }
}
