using Helm.Operations.Issues;
using Helm.Storage.Database;
using Microsoft.EntityFrameworkCore;

namespace Helm.Storage.Issues;

/// <summary>Reads issues with priorities true to the moment.</summary>
internal sealed class IssueReader(DbSource source, TimeProvider time) : IIssueReader
{
    /// <summary>Of this reader, because a compiled query serves the model of one provider only.</summary>
    private readonly Func<DbContext, long, int, IAsyncEnumerable<Candidate>> _oldestOfGroup =
        EF.CompileAsyncQuery((DbContext db, long group, int top) => db.Set<IssueRow>()
            .Where(row => row.GroupId == group)
            .OrderBy(row => row.DetectedAt).ThenBy(row => row.Id)
            .Take(top)
            .Select(row => new Candidate(row.Id, row.DetectedAt)));

    public async Task<IReadOnlyList<Issue>> ListAsync(IssueFilter filter, CancellationToken cancellation)
    {
        if (filter.Top <= 0)
        {
            return [];
        }

        await using var db = source.Open();
        var now = time.GetUtcNow();
        if (filter.Resource is { } resource)
        {
            var candidates = await OfResource(db, filter, resource).ToListAsync(cancellation);
            return Sorted(candidates, now).Take(filter.Top).ToList();
        }

        var ids = await TopAsync(db, filter, now, cancellation);
        var documents = await db.Set<IssueRow>().Where(row => ids.Contains(row.Id))
            .Select(row => row.Document).ToListAsync(cancellation);
        return [.. Sorted(documents, now)];
    }

    public async Task<IssueCounts> CountAsync(IssueFilter filter, CancellationToken cancellation)
    {
        await using var db = source.Open();
        var bySeverity = filter.Resource is { } resource
            ? (await OfResource(db, filter, resource).ToListAsync(cancellation))
                .GroupBy(document => StoredJson.Read<Issue>(document).Severity)
                .ToDictionary(group => group.Key, group => group.Count())
            : await Groups(db, filter).GroupBy(group => group.Severity)
                .Select(groups => new { groups.Key, Count = groups.Sum(group => group.Count) })
                .ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
        return new(
            bySeverity.Values.Sum(),
            bySeverity.GetValueOrDefault(Severity.Critical),
            bySeverity.GetValueOrDefault(Severity.High),
            bySeverity.GetValueOrDefault(Severity.Medium),
            bySeverity.GetValueOrDefault(Severity.Low));
    }

    public async Task<Issue?> FindAsync(string issueId, CancellationToken cancellation)
    {
        await using var db = source.Open();
#pragma warning disable CA1308 // Ids are made in lower case.
        var id = issueId.Trim().ToLowerInvariant();
#pragma warning restore CA1308
        var document = await db.Set<IssueRow>().Where(row => row.IssueId == id)
            .Select(row => row.Document).FirstOrDefaultAsync(cancellation);
        return document is null ? null : WithPriority(document, time.GetUtcNow());
    }

    private static IQueryable<IssueGroupRow> Groups(HelmDb db, IssueFilter filter) => db.Set<IssueGroupRow>()
        .Where(group => group.Count > 0
            && (filter.Environment == null || group.Environment == filter.Environment)
            && (filter.Domain == null || group.Domain == filter.Domain)
            && (filter.Severity == null || group.Severity == filter.Severity)
            && (filter.Status == null ? group.Status != IssueStatus.Resolved : group.Status == filter.Status));

    private static IQueryable<string> OfResource(HelmDb db, IssueFilter filter, string resource) =>
        from row in db.Set<IssueRow>()
        join issueGroup in Groups(db, filter) on row.GroupId equals issueGroup.Id
        where row.ResourceName == resource
        select row.Document;

    /// <summary>Groups in the order of the best they could have; done when none can better what was found.</summary>
    private async Task<long[]> TopAsync(
        HelmDb db, IssueFilter filter, DateTimeOffset now, CancellationToken cancellation)
    {
        var groups = await Groups(db, filter).AsNoTracking()
            .OrderByDescending(group => group.ScoreHour).ToListAsync(cancellation);
        var best = new List<(int Score, Candidate Issue)>();
        foreach (var group in groups)
        {
            if (best.Count >= filter.Top && best[filter.Top - 1].Score > group.ScoreHour)
            {
                break;
            }

            await foreach (var issue in _oldestOfGroup(db, group.Id, filter.Top).WithCancellation(cancellation))
            {
                best.Add((group.ScoreAt(now - issue.DetectedAt), issue));
            }

            best = [.. best.OrderByDescending(one => one.Score).ThenBy(one => one.Issue.DetectedAt).ThenBy(one => one.Issue.Id)
                .Take(filter.Top)];
        }

        return [.. best.Select(one => one.Issue.Id)];
    }

    private static IEnumerable<Issue> Sorted(IEnumerable<string> documents, DateTimeOffset now) => documents
        .Select(document => WithPriority(document, now))
        .OrderByDescending(issue => issue.Priority)
        .ThenBy(issue => issue.Detection.DetectedAt)
        .ThenBy(issue => issue.IssueId, StringComparer.Ordinal);

    private static Issue WithPriority(string document, DateTimeOffset now)
    {
        var issue = StoredJson.Read<Issue>(document);
        return issue with { Priority = Prioritizer.Score(issue, now) };
    }

    private sealed record Candidate(long Id, DateTimeOffset DetectedAt);
}
