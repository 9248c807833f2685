using Helm.Operations.Issues;
using Helm.Storage.Database;
using Microsoft.EntityFrameworkCore;

namespace Helm.Storage.Issues;

/// <summary>Writes issues within an <see cref="IssueTransaction"/>: ids, groups, signals and the list of changes.</summary>
internal sealed class IssueBook(HelmDb db)
{
    private readonly Dictionary<string, SequenceRow> _sequences = [];

    public async Task<Issue> AddAsync(Issue issue, string fingerprint, string prefix, CancellationToken cancellation)
    {
        var number = ++(await SequenceAsync($"issue/{prefix}", cancellation)).Last;
        var numbered = issue with { IssueId = FormattableString.Invariant($"{prefix}-{number:D3}") };
        var row = RowOf(numbered, fingerprint);
        db.Add(row);
        await JoinGroupAsync(row, numbered, cancellation);
        return numbered;
    }

    /// <summary>An issue in the form of a row, not yet in a group.</summary>
    public static IssueRow RowOf(Issue issue, string fingerprint) => new()
    {
        IssueId = issue.IssueId,
        Fingerprint = fingerprint,
        ResourceKey = fingerprint[..fingerprint.LastIndexOf('/')],
        ResourceName = issue.Resource.Name,
        IsOpen = issue.Status != IssueStatus.Resolved,
        DetectedAt = issue.Detection.DetectedAt,
        ResolvedAt = issue.Metadata.ResolvedAt,
        Document = StoredJson.Write(issue),
    };

    public async Task UpdateAsync(IssueRow row, Issue issue, CancellationToken cancellation)
    {
        row.IsOpen = issue.Status != IssueStatus.Resolved;
        row.DetectedAt = issue.Detection.DetectedAt;
        row.ResolvedAt = issue.Metadata.ResolvedAt;
        row.Document = StoredJson.Write(issue);
        await LeaveGroupAsync(row, cancellation);
        await JoinGroupAsync(row, issue, cancellation);
    }

    public async Task NoteAsync(string issueId, IssueChange change, DateTimeOffset at, CancellationToken cancellation)
    {
        var number = ++(await SequenceAsync(SequenceRow.Changes, cancellation)).Last;
        db.Add(new IssueChangeRow { Number = number, IssueId = issueId, Change = change, At = at });
    }

    /// <summary>Resolves all open issues of a resource for a reason other than health, and forgets its signals.</summary>
    public async Task ResolveAsync(string resourceKey, string reason, DateTimeOffset now, CancellationToken cancellation)
    {
        foreach (var row in await db.Set<IssueRow>()
            .Where(row => row.ResourceKey == resourceKey && row.IsOpen).ToListAsync(cancellation))
        {
            var resolved = IssueLifecycle.Resolve(StoredJson.Read<Issue>(row.Document), reason, now);
            await UpdateAsync(row, resolved, cancellation);
            await NoteAsync(row.IssueId, IssueChange.Resolved, now, cancellation);
        }

        await db.Set<SignalRow>().Where(row => row.ResourceKey == resourceKey).ExecuteDeleteAsync(cancellation);
    }

    public async Task JoinGroupAsync(IssueRow row, Issue issue, CancellationToken cancellation)
    {
        var fresh = Prioritizer.Score(issue, TimeSpan.Zero);
        var halfHour = Prioritizer.Score(issue, TimeSpan.FromMinutes(31));
        var hour = Prioritizer.Score(issue, TimeSpan.FromMinutes(61));
        var group = db.Set<IssueGroupRow>().Local.FirstOrDefault(Same)
            ?? await db.Set<IssueGroupRow>().FirstOrDefaultAsync(
                one => one.Environment == issue.Environment && one.Domain == issue.Domain
                    && one.Severity == issue.Severity && one.Status == issue.Status
                    && one.ScoreFresh == fresh && one.ScoreHalfHour == halfHour && one.ScoreHour == hour,
                cancellation);
        if (group is null)
        {
            group = new()
            {
                Environment = issue.Environment,
                Domain = issue.Domain,
                Severity = issue.Severity,
                Status = issue.Status,
                ScoreFresh = fresh,
                ScoreHalfHour = halfHour,
                ScoreHour = hour,
            };
            db.Add(group);
            await db.SaveChangesAsync(cancellation);
        }

        group.Count++;
        row.GroupId = group.Id;
        row.ScoreFresh = fresh;

        bool Same(IssueGroupRow one) =>
            (one.Environment, one.Domain, one.Severity, one.Status) == (issue.Environment, issue.Domain, issue.Severity, issue.Status)
            && (one.ScoreFresh, one.ScoreHalfHour, one.ScoreHour) == (fresh, halfHour, hour);
    }

    private async Task LeaveGroupAsync(IssueRow row, CancellationToken cancellation)
    {
        if (await db.Set<IssueGroupRow>().FindAsync([row.GroupId], cancellation) is { } group)
        {
            group.Count--;
        }
    }

    private async Task<SequenceRow> SequenceAsync(string name, CancellationToken cancellation)
    {
        if (_sequences.TryGetValue(name, out var known))
        {
            return known;
        }

        var row = await db.Set<SequenceRow>().FindAsync([name], cancellation);
        if (row is null)
        {
            row = new() { Name = name };
            db.Add(row);
        }

        return _sequences[name] = row;
    }
}
