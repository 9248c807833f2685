using Helm.Operations.Remediation.Records;
using Helm.Storage.Database;
using Helm.Storage.Issues;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helm.Storage.Remediation;

/// <summary>An entry of the action log.</summary>
internal sealed class ActionRow
{
    public required long Number { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Event { get; init; }

    public required string Previous { get; init; }

    public required string Hash { get; init; }
}

/// <summary>The table of <see cref="ActionRow"/>.</summary>
internal sealed class ActionTable : IEntityTypeConfiguration<ActionRow>
{
    public void Configure(EntityTypeBuilder<ActionRow> builder)
    {
        builder.ToTable("action_log").HasKey(row => row.Number);
        builder.Property(row => row.Number).ValueGeneratedNever();
        builder.Property(row => row.Previous).HasMaxLength(ActionRecord.HashLength);
        builder.Property(row => row.Hash).HasMaxLength(ActionRecord.HashLength);
    }
}

/// <summary>Appends to the action log; nothing here changes or removes an entry.</summary>
internal sealed class ActionLog(DbSource source, TimeProvider time) : IActionLog
{
    public async Task AppendAsync(ActionEvent happened, CancellationToken cancellation)
    {
        await using var db = source.Open();
        var number = await Sequences.NextAsync(db, SequenceRow.ActionLog, cancellation);
        var previous = await db.Set<ActionRow>().AsNoTracking()
            .OrderByDescending(row => row.Number).Select(row => row.Hash).FirstOrDefaultAsync(cancellation);
        var entry = ActionRecord.Chain(happened, time.GetUtcNow(), number, previous ?? ActionRecord.Beginning);
        db.Add(new ActionRow { Number = entry.Number, At = entry.At, Event = StoredJson.Write(happened), Previous = entry.Previous, Hash = entry.Hash });
        await db.SaveChangesAsync(cancellation);
    }

    public async Task<IReadOnlyList<ActionRecord>> ReadAsync(long after, int atMost, CancellationToken cancellation)
    {
        await using var db = source.Open();
        var rows = await db.Set<ActionRow>().AsNoTracking()
            .Where(row => row.Number > after).OrderBy(row => row.Number).Take(atMost).ToListAsync(cancellation);
        return
        [
            .. rows.Select(row => new ActionRecord
            {
                Number = row.Number, At = row.At, Event = StoredJson.Read<ActionEvent>(row.Event), Previous = row.Previous, Hash = row.Hash,
            }),
        ];
    }

    public async Task<long> CountAsync(CancellationToken cancellation)
    {
        await using var db = source.Open();
        return await Sequences.LastAsync(db, SequenceRow.ActionLog, cancellation);
    }
}
