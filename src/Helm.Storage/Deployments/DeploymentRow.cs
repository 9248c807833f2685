using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helm.Storage.Deployments;

/// <summary>A registered deployment.</summary>
internal sealed class DeploymentRow
{
    public required string Id { get; init; }

    /// <summary>The file that it was imported from, or "api".</summary>
    public required string Source { get; set; }

    public required string Document { get; set; }

    /// <summary>Null before the first check.</summary>
    public long? LatestReportId { get; set; }
}

/// <summary>The table of <see cref="DeploymentRow"/>.</summary>
internal sealed class DeploymentTable : IEntityTypeConfiguration<DeploymentRow>
{
    public void Configure(EntityTypeBuilder<DeploymentRow> builder)
    {
        builder.ToTable("deployments").HasKey(row => row.Id);
        builder.HasIndex(row => row.Source);
    }
}
