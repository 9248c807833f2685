using Helm.Operations.Remediation.Plans;
using Helm.Storage.Database;
using Helm.Storage.Issues;
using Microsoft.EntityFrameworkCore;

namespace Helm.Storage.Remediation;

/// <summary>Keeps plans and their journals.</summary>
internal sealed class PlanStore(DbSource source) : IPlanStore
{
    public async Task<int> NextNumberAsync(CancellationToken cancellation)
    {
        await using var db = source.Open();
        return (int)await Sequences.NextAsync(db, SequenceRow.Plans, cancellation);
    }

    public async Task SaveAsync(PlanRecord record, CancellationToken cancellation)
    {
        using var writing = await source.WriteAsync(cancellation);
        await using var db = source.Open();
        var plan = record.Plan;
        var row = await db.Set<PlanRow>().FindAsync([plan.Id], cancellation);
        if (row is null)
        {
            row = new()
            {
                Id = plan.Id,
                ApprovalId = plan.ApprovalId,
                Number = long.Parse(plan.Id.AsSpan(plan.Id.LastIndexOf('-') + 1), System.Globalization.CultureInfo.InvariantCulture),
                IsOpen = true,
                CreatedAt = plan.CreatedAt,
                Document = "",
            };
            db.Add(row);
        }

        row.IsOpen = !record.IsOver;
        row.IssueId = plan.IssueId;
        row.Conversation = plan.RequestedBy.Conversation;
        row.Document = StoredJson.Write(record);
        await db.SaveChangesAsync(cancellation);
    }

    public async Task<PlanRecord?> FindAsync(string id, CancellationToken cancellation)
    {
        await using var db = source.Open();
        var name = id.Trim().ToLowerInvariant();
        var row = Guid.TryParse(name, out var approval)
            ? await db.Set<PlanRow>().AsNoTracking().FirstOrDefaultAsync(one => one.ApprovalId == approval, cancellation)
            : await db.Set<PlanRow>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == name, cancellation);
        return row is null ? null : StoredJson.Read<PlanRecord>(row.Document);
    }

    public async Task<IReadOnlyList<PlanRecord>> ListAsync(PlanFilter filter, CancellationToken cancellation)
    {
        await using var db = source.Open();
        var rows = db.Set<PlanRow>().AsNoTracking();
        if (filter.IssueId is { } issue)
        {
            rows = rows.Where(row => row.IssueId == issue);
        }

        if (filter.Conversation is { } conversation)
        {
            rows = rows.Where(row => row.Conversation == conversation);
        }

        if (filter.Open)
        {
            rows = rows.Where(row => row.IsOpen);
        }

        var documents = await rows.OrderByDescending(row => row.Number).Take(filter.Top).Select(row => row.Document).ToListAsync(cancellation);
        return [.. documents.Select(StoredJson.Read<PlanRecord>)];
    }

    public async Task<bool> TryNoteAsync(JournalEntry entry, CancellationToken cancellation)
    {
        using var writing = await source.WriteAsync(cancellation);
        await using var db = source.Open();
        return await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO plan_journal (plan_id, step, phase, at, note)
            VALUES ({entry.PlanId}, {entry.Step}, {entry.Phase.ToString()}, {entry.At.UtcDateTime}, {entry.Note})
            ON CONFLICT (plan_id, step, phase) DO NOTHING
            """,
            cancellation) == 1;
    }

    public async Task<IReadOnlyList<JournalEntry>> JournalAsync(string planId, CancellationToken cancellation)
    {
        await using var db = source.Open();
        var rows = await db.Set<JournalRow>().AsNoTracking().Where(row => row.PlanId == planId).ToListAsync(cancellation);
        return
        [
            .. rows.OrderBy(row => row.Step).ThenBy(row => row.Phase)
                .Select(row => new JournalEntry(row.PlanId, row.Step, row.Phase, row.At, row.Note)),
        ];
    }
}
