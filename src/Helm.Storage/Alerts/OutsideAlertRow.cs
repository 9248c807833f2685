using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helm.Storage.Alerts;

/// <summary>An alert of another system, as it is now.</summary>
internal sealed class OutsideAlertRow
{
    public required string Fingerprint { get; init; }

    public required DateTimeOffset StartsAt { get; set; }

    /// <summary>Null while it fires.</summary>
    public DateTimeOffset? EndsAt { get; set; }

    /// <summary>Labels and summary.</summary>
    public required string Document { get; set; }

    /// <summary>True until its consequences for issues are drawn.</summary>
    public required bool IsNew { get; set; }
}

/// <summary>The table of <see cref="OutsideAlertRow"/>.</summary>
internal sealed class OutsideAlertTable : IEntityTypeConfiguration<OutsideAlertRow>
{
    public void Configure(EntityTypeBuilder<OutsideAlertRow> builder)
    {
        builder.ToTable("outside_alerts").HasKey(row => row.Fingerprint);
        builder.Property(row => row.Fingerprint).HasMaxLength(100);
        builder.HasIndex(row => row.StartsAt).HasFilter("is_new").HasDatabaseName("ix_outside_alerts_new");
    }
}
