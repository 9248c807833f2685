using Helm.Operations.Remediation.Policy;
using Helm.Storage.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helm.Storage.Remediation;

/// <summary>A stop of changes.</summary>
internal sealed class StopRow
{
    public long Id { get; init; }

    public required StopKind Kind { get; init; }

    public required DateTimeOffset From { get; init; }

    public DateTimeOffset? Until { get; set; }

    public required string SetBy { get; init; }

    public string? Reason { get; init; }
}

/// <summary>The table of <see cref="StopRow"/>.</summary>
internal sealed class StopTable : IEntityTypeConfiguration<StopRow>
{
    public void Configure(EntityTypeBuilder<StopRow> builder)
    {
        builder.ToTable("automation_stops").HasKey(row => row.Id);
        builder.Property(row => row.Kind).HasConversion<string>().HasMaxLength(20);
    }
}

/// <summary>Keeps the switches.</summary>
internal sealed class Switchboard(DbSource source, TimeProvider time) : ISwitchboard
{
    public async Task<SwitchState> CurrentAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var inForce = (await ListAsync(cancellation)).Where(stop => stop.IsInForce(now)).ToArray();
        return new(Array.Find(inForce, stop => stop.Kind == StopKind.Automation), Array.Find(inForce, stop => stop.Kind == StopKind.Freeze));
    }

    public async Task<IReadOnlyList<AutomationStop>> ListAsync(CancellationToken cancellation)
    {
        await using var db = source.Open();
        var now = time.GetUtcNow();
        var rows = await db.Set<StopRow>().AsNoTracking().Where(row => row.Until == null || row.Until > now).OrderBy(row => row.Id).ToListAsync(cancellation);
        return [.. rows.Select(row => new AutomationStop(row.Kind, row.From, row.Until, row.SetBy, row.Reason))];
    }

    public async Task SetAsync(AutomationStop stop, CancellationToken cancellation)
    {
        using var writing = await source.WriteAsync(cancellation);
        await using var db = source.Open();
        db.Add(new StopRow { Kind = stop.Kind, From = stop.From, Until = stop.Until, SetBy = stop.SetBy, Reason = stop.Reason });
        await db.SaveChangesAsync(cancellation);
    }

    public async Task<int> LiftAsync(StopKind kind, CancellationToken cancellation)
    {
        using var writing = await source.WriteAsync(cancellation);
        await using var db = source.Open();
        var now = time.GetUtcNow();
        return await db.Set<StopRow>().Where(row => row.Kind == kind && (row.Until == null || row.Until > now))
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.Until, now), cancellation);
    }
}
