using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helm.Storage.Issues;

/// <summary>
/// Issues whose priority differs by age alone. Within a group the oldest comes first at any time, so the top of a
/// hundred thousand issues is merged from the heads of a few groups, and counting adds up a few rows.
/// </summary>
internal sealed class IssueGroupRow
{
    public long Id { get; init; }

    public required string Environment { get; init; }

    public required string Domain { get; init; }

    public required string Severity { get; init; }

    public required string Status { get; init; }

    /// <summary>The priority at an age of up to 30 minutes, above 30, and above 60.</summary>
    public required int ScoreFresh { get; init; }

    public required int ScoreHalfHour { get; init; }

    public required int ScoreHour { get; init; }

    public int Count { get; set; }

    public int ScoreAt(TimeSpan age) => age.TotalMinutes switch
    {
        > 60 => ScoreHour,
        > 30 => ScoreHalfHour,
        _ => ScoreFresh,
    };
}

/// <summary>The table of <see cref="IssueGroupRow"/>.</summary>
internal sealed class IssueGroupTable : IEntityTypeConfiguration<IssueGroupRow>
{
    public void Configure(EntityTypeBuilder<IssueGroupRow> builder)
    {
        builder.ToTable("issue_groups").HasKey(row => row.Id);
        builder.HasIndex(row => new
        {
            row.Environment,
            row.Domain,
            row.Severity,
            row.Status,
            row.ScoreFresh,
            row.ScoreHalfHour,
            row.ScoreHour,
        }).IsUnique();
    }
}
