using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helm.Storage.Issues;

/// <summary>What hysteresis remembers of one fingerprint.</summary>
internal sealed class SignalRow
{
    public required string Fingerprint { get; init; }

    public required string ResourceKey { get; init; }

    public int Bad { get; set; }

    public int Good { get; set; }

    public DateTimeOffset? BadSince { get; set; }

    public DateTimeOffset? CountedUntil { get; set; }

    public string? IssueId { get; set; }
}

/// <summary>The table of <see cref="SignalRow"/>.</summary>
internal sealed class SignalTable : IEntityTypeConfiguration<SignalRow>
{
    public void Configure(EntityTypeBuilder<SignalRow> builder)
    {
        builder.ToTable("signals").HasKey(row => row.Fingerprint);
        builder.HasIndex(row => row.ResourceKey);
    }
}
