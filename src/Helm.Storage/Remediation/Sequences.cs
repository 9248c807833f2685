using Helm.Storage.Database;
using Helm.Storage.Issues;

namespace Helm.Storage.Remediation;

/// <summary>Numbers without gaps; to be drawn within a transaction, which are one after the other.</summary>
internal static class Sequences
{
    public static async Task<long> NextAsync(HelmDb db, string name, CancellationToken cancellation)
    {
        var row = await db.Set<SequenceRow>().FindAsync([name], cancellation);
        if (row is null)
        {
            row = new() { Name = name };
            db.Add(row);
        }

        row.Last++;
        await db.SaveChangesAsync(cancellation);
        return row.Last;
    }

    public static async Task<long> LastAsync(HelmDb db, string name, CancellationToken cancellation) =>
        (await db.Set<SequenceRow>().FindAsync([name], cancellation))?.Last ?? 0;
}
