using Helm.Operations.Issues;
using Helm.Storage.Database;
using Microsoft.EntityFrameworkCore;

namespace Helm.Storage.Issues;

/// <summary>Edits an issue under the gate that all that changes issues goes through.</summary>
internal sealed class IssueEditor(DbSource source, TimeProvider time) : IIssueEditor
{
    public async Task<IssueEdit?> EditAsync(
        string issueId, IssueChange change, Func<Issue, Issue?> edit, CancellationToken cancellation)
    {
        await using var transaction = await IssueTransaction.BeginAsync(source, cancellation);
        var db = transaction.Db;
#pragma warning disable CA1308 // Ids are made in lower case.
        var id = issueId.Trim().ToLowerInvariant();
#pragma warning restore CA1308
        if (await db.Set<IssueRow>().FirstOrDefaultAsync(row => row.IssueId == id, cancellation) is not { } row)
        {
            return null;
        }

        var now = time.GetUtcNow();
        var before = StoredJson.Read<Issue>(row.Document);
        before = before with { Priority = Prioritizer.Score(before, now) };
        if (edit(before) is not { } after)
        {
            return new(before, false);
        }

        if (after.Status == IssueStatus.Resolved)
        {
            await db.Set<SignalRow>().Where(signal => signal.Fingerprint == row.Fingerprint).ExecuteDeleteAsync(cancellation);
        }

        var book = new IssueBook(db);
        await book.UpdateAsync(row, after, cancellation);
        await book.NoteAsync(id, change, now, cancellation);
        await transaction.CommitAsync(cancellation);
        return new(after with { Priority = Prioritizer.Score(after, now) }, true);
    }
}
