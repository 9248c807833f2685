using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helm.Storage.Alerts;

/// <summary>An alert: the document, and beside it what is searched by.</summary>
internal sealed class AlertRow
{
    public required string Id { get; init; }

    public required string GroupKey { get; init; }

    public required bool IsOpen { get; set; }

    public required DateTimeOffset OpenedAt { get; init; }

    public required string Document { get; set; }
}

/// <summary>Which issues belong to which alerts.</summary>
internal sealed class AlertIssueRow
{
    public required string IssueId { get; init; }

    public required string AlertId { get; init; }
}

/// <summary>What became of a change on its way to people.</summary>
internal sealed class AlertDecisionRow
{
    public long Id { get; init; }

    public required string IssueId { get; init; }

    public required long ChangeNumber { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Stage { get; init; }

    public required string Reason { get; init; }

    public required bool Told { get; init; }
}

/// <summary>A time in which something is not told.</summary>
internal sealed class SilenceRow
{
    public long Id { get; init; }

    public required DateTimeOffset Until { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    public required string Document { get; init; }
}

/// <summary>The table of <see cref="AlertRow"/>.</summary>
internal sealed class AlertTable : IEntityTypeConfiguration<AlertRow>
{
    public void Configure(EntityTypeBuilder<AlertRow> builder)
    {
        builder.ToTable("alerts").HasKey(row => row.Id);
        builder.Property(row => row.Id).HasMaxLength(100);
        builder.HasIndex(row => row.GroupKey).IsUnique().HasFilter("is_open").HasDatabaseName("ix_alerts_one_open");
        builder.HasIndex(row => new { row.IsOpen, row.OpenedAt });
    }
}

/// <summary>The table of <see cref="AlertIssueRow"/>.</summary>
internal sealed class AlertIssueTable : IEntityTypeConfiguration<AlertIssueRow>
{
    public void Configure(EntityTypeBuilder<AlertIssueRow> builder)
    {
        builder.ToTable("alert_issues").HasKey(row => new { row.IssueId, row.AlertId });
        builder.HasIndex(row => row.AlertId);
    }
}

/// <summary>The table of <see cref="AlertDecisionRow"/>.</summary>
internal sealed class AlertDecisionTable : IEntityTypeConfiguration<AlertDecisionRow>
{
    public void Configure(EntityTypeBuilder<AlertDecisionRow> builder)
    {
        builder.ToTable("alert_decisions").HasKey(row => row.Id);
        builder.HasIndex(row => new { row.IssueId, row.Id });
        builder.HasIndex(row => row.At);
    }
}

/// <summary>The table of <see cref="SilenceRow"/>.</summary>
internal sealed class SilenceTable : IEntityTypeConfiguration<SilenceRow>
{
    public void Configure(EntityTypeBuilder<SilenceRow> builder)
    {
        builder.ToTable("silences").HasKey(row => row.Id);
        builder.HasIndex(row => row.Until);
    }
}
