using Helm.Operations.Investigation;
using Helm.Storage.Database;
using Microsoft.EntityFrameworkCore;

namespace Helm.Storage.Investigations;

/// <summary>Keeps investigations; the same evidence is kept once.</summary>
internal sealed class InvestigationStore(DbSource source) : IInvestigationStore
{
    public async Task SaveAsync(KeptInvestigation investigation, CancellationToken cancellation)
    {
        using var writing = await source.WriteAsync(cancellation);
        await using var db = source.Open();
        if (await db.Set<InvestigationRow>().AnyAsync(row => row.Id == investigation.Id, cancellation))
        {
            return;
        }

        db.Add(new InvestigationRow
        {
            Id = investigation.Id,
            IssueId = investigation.IssueId,
            At = investigation.At,
            Bundle = investigation.Bundle,
            Report = investigation.Report,
        });
        await db.SaveChangesAsync(cancellation);
    }

    public async Task<KeptInvestigation?> FindAsync(string id, CancellationToken cancellation)
    {
        await using var db = source.Open();
#pragma warning disable CA1308 // Ids are made in lower case.
        var wanted = id.Trim().ToLowerInvariant();
#pragma warning restore CA1308
        var row = await db.Set<InvestigationRow>().AsNoTracking().Where(one => one.Id == wanted || one.IssueId == wanted)
            .OrderByDescending(one => one.At).FirstOrDefaultAsync(cancellation);
        return row is null ? null : new(row.Id, row.IssueId, row.At, row.Bundle, row.Report);
    }
}
