using Microsoft.Extensions.Logging;

namespace Helm.Operations.Audits;

/// <summary>Makes one audit: has the account read, compares with the last one, and keeps what came of it.</summary>
public sealed partial class AuditWork
{
    /// <summary>Who audits so long was killed meanwhile.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    private readonly Dictionary<AuditType, IAuditor> _auditors;
    private readonly IAuditStore _store;
    private readonly TimeProvider _time;
    private readonly ILogger<AuditWork> _log;

    public AuditWork(IEnumerable<IAuditor> auditors, IAuditStore store, TimeProvider time, ILogger<AuditWork> log)
    {
        _auditors = auditors.ToDictionary(auditor => auditor.Type);
        (_store, _time, _log) = (store, time, log);
    }

    public IReadOnlyList<AuditType> Types => [.. _auditors.Keys.Order()];

    /// <summary>Never throws: what went wrong is a report, too.</summary>
    public async Task<AuditReport> RunAsync(AuditRequest request, AuditReport begun, Action<string> note)
    {
        try
        {
            using var limit = new CancellationTokenSource(Longest, _time);
            var found = await _auditors[request.Type].AuditAsync(request, note, limit.Token);
            return await KeptAsync(await ComparedAsync(begun.With(found, _time.GetUtcNow()), limit.Token));
        }
        catch (Exception failure)
        {
            LogFailed(failure, begun.AuditId);
            return await KeptAsync(begun with
            {
                Status = AuditStatus.Failed,
                FinishedAt = _time.GetUtcNow(),
                Parts = [new("audit", PartStatus.Unavailable, "It ended with an error that Helm's log has.", Remedy: "Run it again; when it fails again, look at the log.")],
            });
        }
    }

    private async Task<AuditReport> ComparedAsync(AuditReport report, CancellationToken cancellation)
    {
        var earlier = await _store.ListAsync(new(report.Type, report.Environment, 50), cancellation);
        return report with { ComparedTo = AuditComparison.Of(report, earlier.FirstOrDefault(one => one.AuditId != report.AuditId && one.HasFindings)) };
    }

    private async Task<AuditReport> KeptAsync(AuditReport report)
    {
        try
        {
            await _store.SaveAsync(report, CancellationToken.None);
        }
        catch (Exception failure)
        {
            // What was read is told all the same.
            LogFailed(failure, report.AuditId);
        }

        return report;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The audit {AuditId} failed")]
    private partial void LogFailed(Exception failure, string auditId);
}
