using Helm.Operations.Issues;
using Helm.Operations.Monitoring;
using Helm.Storage.Database;
using Microsoft.EntityFrameworkCore;

namespace Helm.Storage.Issues;

/// <summary>Draws the consequences of one report for issues, within the report's transaction.</summary>
internal sealed class ReportConsequences(HelmDb db, IssueLifecycle lifecycle)
{
    private readonly IssueBook _book = new(db);

    public async Task ApplyAsync(
        HealthReport report, DomainRegistration registration, CancellationToken cancellation)
    {
        foreach (var resources in report.Resources.Chunk(IssueTable.KeysAtOnce))
        {
            var chunk = report with { Resources = resources };
            var signals = await SignalsAsync(chunk, cancellation);
            var findings = Findings.In(chunk, registration).ToList();
            findings.AddRange(GoneIndicators(chunk, registration, findings, signals));

            // Most are healthy and were so before: nothing is remembered of them, and nothing is to be asked.
            var eventful = findings.Where(one => one.InBreach || signals.ContainsKey(one.Fingerprint)).ToList();
            var issues = await IssuesAsync(report, eventful, cancellation);
            var touched = new HashSet<string>(StringComparer.Ordinal);
            foreach (var finding in eventful.DistinctBy(one => one.Fingerprint))
            {
                await StepAsync(
                    finding, signals.GetValueOrDefault(finding.Fingerprint), issues, touched, cancellation);
            }

            await RelateAsync(touched, cancellation);
        }
    }

    private static IEnumerable<Finding> GoneIndicators(
        HealthReport report,
        DomainRegistration registration,
        List<Finding> findings,
        Dictionary<string, SignalRow> signals)
    {
        var reported = findings.Select(finding => finding.Fingerprint).ToHashSet(StringComparer.Ordinal);
        var resources = report.Resources.ToLookup(
            resource => Fingerprint.ResourceKey(report.Environment, report.Domain, resource.Resource));
        return
            from signal in signals.Values
            where !reported.Contains(signal.Fingerprint)
            let resource = resources[signal.ResourceKey].FirstOrDefault()
            where resource is not null
            let gone = Findings.Gone(report, resource, Fingerprint.IndicatorOf(signal.Fingerprint), registration)
            where gone is not null
            select gone;
    }

    private async Task<Dictionary<string, SignalRow>> SignalsAsync(HealthReport report, CancellationToken cancellation)
    {
        var keys = report.Resources
            .Select(resource => Fingerprint.ResourceKey(report.Environment, report.Domain, resource.Resource))
            .Distinct().ToArray();
        return await db.Set<SignalRow>().Where(row => keys.Contains(row.ResourceKey))
            .ToDictionaryAsync(row => row.Fingerprint, cancellation);
    }

    /// <summary>Of each fingerprint the open issue, or the latest that may be opened again.</summary>
    private async Task<Dictionary<string, IssueRow>> IssuesAsync(
        HealthReport report, List<Finding> findings, CancellationToken cancellation)
    {
        var flapsSince = lifecycle.FlapsSince(report);
        var issues = new Dictionary<string, IssueRow>();
        foreach (var chunk in findings.Select(finding => finding.Fingerprint).Distinct().Chunk(IssueTable.KeysAtOnce))
        {
            var rows = await db.Set<IssueRow>()
                .Where(row => chunk.Contains(row.Fingerprint) && (row.IsOpen || row.ResolvedAt >= flapsSince))
                .OrderBy(row => row.IsOpen).ThenBy(row => row.ResolvedAt)
                .ToListAsync(cancellation);
            foreach (var row in rows)
            {
                issues[row.Fingerprint] = row;
            }
        }

        return issues;
    }

    private async Task StepAsync(
        Finding finding,
        SignalRow? signal,
        Dictionary<string, IssueRow> issues,
        HashSet<string> touched,
        CancellationToken cancellation)
    {
        var row = issues.GetValueOrDefault(finding.Fingerprint);
        var issue = row is null ? null : StoredJson.Read<Issue>(row.Document);
        var step = lifecycle.Step(finding, signal?.ToSignal(), issue);
        var remembered = step.Signal;
        if (step.Issue is { } changed)
        {
            if (row is null)
            {
                changed = await _book.AddAsync(
                    changed, finding.Fingerprint, finding.Registration.IssuePrefix, cancellation);
                remembered = remembered is null ? null : remembered with { IssueId = changed.IssueId };
            }
            else
            {
                await _book.UpdateAsync(row, changed, cancellation);
            }

            await _book.NoteAsync(changed.IssueId, step.Change, finding.Report.Timestamp, cancellation);
            if (step.Change is IssueChange.Opened or IssueChange.Reopened)
            {
                touched.Add(finding.Fingerprint[..finding.Fingerprint.LastIndexOf('/')]);
            }
        }

        SignalRows.Remember(db, signal, remembered);
    }

    /// <summary>Issues of one resource name each other.</summary>
    private async Task RelateAsync(HashSet<string> resourceKeys, CancellationToken cancellation)
    {
        if (resourceKeys.Count == 0)
        {
            return;
        }

        await db.SaveChangesAsync(cancellation);
        var keys = resourceKeys.ToArray();
        var rows = await db.Set<IssueRow>().Where(row => row.IsOpen && keys.Contains(row.ResourceKey))
            .OrderBy(row => row.Id).ToListAsync(cancellation);
        foreach (var siblings in rows.GroupBy(row => row.ResourceKey).Where(group => group.Count() > 1))
        {
            foreach (var row in siblings)
            {
                var issue = StoredJson.Read<Issue>(row.Document);
                var related = issue.RelatedIssues
                    .Union(siblings.Select(sibling => sibling.IssueId).Where(id => id != row.IssueId));
                row.Document = StoredJson.Write(issue with { RelatedIssues = [.. related] });
            }
        }
    }
}
