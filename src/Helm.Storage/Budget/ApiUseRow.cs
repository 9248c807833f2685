using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helm.Storage.Budget;

/// <summary>The calls of one operation within one hour.</summary>
internal sealed class ApiUseRow
{
    public required DateTimeOffset Hour { get; init; }

    public required string Service { get; init; }

    public required string Operation { get; init; }

    public long Calls { get; init; }

    public double Dollars { get; init; }

    /// <summary>What the same would have cost at the configured pace.</summary>
    public double UnslowedDollars { get; init; }
}

/// <summary>The table of <see cref="ApiUseRow"/>.</summary>
internal sealed class ApiUseTable : IEntityTypeConfiguration<ApiUseRow>
{
    public void Configure(EntityTypeBuilder<ApiUseRow> builder) =>
        builder.ToTable("api_uses").HasKey(row => new { row.Hour, row.Service, row.Operation });
}

/// <summary>The latest pass and the pace that follows from the budget; a single row.</summary>
internal sealed class ApiPaceRow
{
    public int Id { get; init; }

    public DateTimeOffset? FirstPassAt { get; set; }

    public double? LatestPassDollars { get; set; }

    public double SweepFactor { get; set; } = 1;
}

/// <summary>The table of <see cref="ApiPaceRow"/>.</summary>
internal sealed class ApiPaceTable : IEntityTypeConfiguration<ApiPaceRow>
{
    public void Configure(EntityTypeBuilder<ApiPaceRow> builder)
    {
        builder.ToTable("api_pace").HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.HasData(new ApiPaceRow { Id = 1 });
    }
}
