using System.Collections.Concurrent;
using Helm.Operations.Investigation.Evidence;
using Helm.Operations.Investigation.Reports;
using Helm.Operations.Issues;
using Microsoft.Extensions.Options;

namespace Helm.Operations.Investigation;

/// <summary>Finds out why something is wrong: looks at all, then closely at what is suspect, and keeps evidence and report.</summary>
public sealed class Investigator(
    EvidenceCollector collector, CauseRecord record, Reasoning reasoning, IOptions<InvestigationOptions> options, TimeProvider time) : IInvestigator
{
    private readonly ConcurrentDictionary<string, Search> _running = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>One investigation of an issue at a time: who asks meanwhile gets the same report. It goes on when the asker leaves.</summary>
    public async Task<IncidentReport> InvestigateAsync(Issue issue, CancellationToken cancellation)
    {
        var running = _running.GetOrAdd(issue.IssueId, _ => new(search => FreshAsync(issue, search)));
        try
        {
            return await running.Report.WaitAsync(cancellation);
        }
        finally
        {
            if (running.Report.IsCompleted)
            {
                _running.TryRemove(new(issue.IssueId, running));
            }
        }
    }

    public IReadOnlyList<string> ReadingFor(string issueId) => _running.GetValueOrDefault(issueId)?.Reading ?? [];

    private async Task<IncidentReport> FreshAsync(Issue issue, Search search)
    {
        var now = time.GetUtcNow();
        if (await record.FreshAsync(issue, now - options.Value.Fresh.Value, CancellationToken.None) is { } fresh)
        {
            return fresh;
        }

        var bundle = await collector.CollectAsync(SubjectOf(issue), now, resources => search.Reading = resources, CancellationToken.None);
        var report = reasoning.Analyst.Report(bundle);
        await record.KeepAsync(issue, bundle, report, CancellationToken.None);
        return report;
    }

    private static Subject SubjectOf(Issue issue) => new()
    {
        IssueId = issue.IssueId,
        Environment = issue.Environment,
        Component = issue.Resource.Name,
        Symptom = issue.Summary.Title,
        Indicator = issue.Impact.SloMetric ?? "",
        Since = issue.Detection.DetectedAt,
    };

    /// <summary>One that is under way: begun by the first who waits for its report.</summary>
    private sealed class Search
    {
        private readonly Lazy<Task<IncidentReport>> _report;
        private volatile IReadOnlyList<string> _reading = [];

        public Search(Func<Search, Task<IncidentReport>> begin) => _report = new(() => begin(this));

        public Task<IncidentReport> Report => _report.Value;

        public IReadOnlyList<string> Reading
        {
            get => _reading;
            set => _reading = value;
        }
    }
}
