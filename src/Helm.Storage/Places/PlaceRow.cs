using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helm.Storage.Places;

/// <summary>A conversation that Helm may write to.</summary>
internal sealed class PlaceRow
{
    public required string Channel { get; init; }

    public required string Address { get; init; }

    public required string Name { get; set; }

    public required string Reference { get; set; }

    public required DateTimeOffset SeenAt { get; set; }
}

/// <summary>The table of <see cref="PlaceRow"/>.</summary>
internal sealed class PlaceTable : IEntityTypeConfiguration<PlaceRow>
{
    public void Configure(EntityTypeBuilder<PlaceRow> builder)
    {
        builder.ToTable("places").HasKey(row => new { row.Channel, row.Address });
        builder.Property(row => row.Channel).HasMaxLength(50);
        builder.Property(row => row.Address).HasMaxLength(500);
    }
}
