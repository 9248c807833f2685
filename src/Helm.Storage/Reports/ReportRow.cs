using Helm.Operations.Monitoring;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helm.Storage.Reports;

/// <summary>One health report; deployment and time identify it.</summary>
internal sealed class ReportRow
{
    public long Id { get; init; }

    public required string DeploymentId { get; init; }

    public required DateTimeOffset Timestamp { get; init; }

    public required string Document { get; init; }
}

/// <summary>The table of <see cref="ReportRow"/>.</summary>
internal sealed class ReportTable : IEntityTypeConfiguration<ReportRow>
{
    public void Configure(EntityTypeBuilder<ReportRow> builder)
    {
        builder.ToTable("health_reports").HasKey(row => row.Id);
        builder.HasIndex(row => new { row.DeploymentId, row.Timestamp }).IsUnique();
        builder.HasIndex(row => row.Timestamp);
    }
}

/// <summary>One measured value of one indicator.</summary>
internal sealed class MeasurementRow
{
    public long Id { get; init; }

    public required string Environment { get; init; }

    public required string Domain { get; init; }

    public required string Resource { get; init; }

    public required string Indicator { get; init; }

    public required DateTimeOffset At { get; init; }

    public required double Value { get; init; }

    public required Health Health { get; init; }
}

/// <summary>The table of <see cref="MeasurementRow"/>.</summary>
internal sealed class MeasurementTable : IEntityTypeConfiguration<MeasurementRow>
{
    public void Configure(EntityTypeBuilder<MeasurementRow> builder)
    {
        builder.ToTable("measurements").HasKey(row => row.Id);
        builder.HasIndex(row => new { row.Resource, row.Indicator, row.At });
        builder.HasIndex(row => row.At);
    }
}
