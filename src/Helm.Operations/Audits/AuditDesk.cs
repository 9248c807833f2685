using System.Collections.Concurrent;

namespace Helm.Operations.Audits;

/// <summary>Where audits are asked for; what takes longer than its asker waits goes on by itself.</summary>
public sealed class AuditDesk(AuditWork work, AuditTeller teller, IAuditStore store, TimeProvider time)
{
    /// <summary>What takes longer is told while it runs.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<string, string> _progress = new(StringComparer.Ordinal);

    /// <summary>The kinds of audit that somebody here can make.</summary>
    public IReadOnlyList<AuditType> Types => work.Types;

    /// <summary>True when news can be brought to this conversation.</summary>
    public bool CanTell(string? conversation) => teller.CanTell(conversation);

    /// <summary>Several at once, each as <see cref="RunAsync"/>, with the usual patience.</summary>
    public async Task<IReadOnlyList<AuditReport>> RunAllAsync(IEnumerable<AuditRequest> requests, string person, string? conversation, CancellationToken cancellation) =>
        await Task.WhenAll(requests.Select(request => RunAsync(request, person, conversation, Patience, cancellation)));

    /// <summary>Runs an audit; when it is not over after <paramref name="patience"/>, as it stands then.</summary>
    /// <param name="conversation">Where a late result is told, as the record of a turn has it; null for nowhere.</param>
    public async Task<AuditReport> RunAsync(AuditRequest request, string person, string? conversation, TimeSpan patience, CancellationToken cancellation)
    {
        var begun = await store.AddAsync(
            new() { Type = request.Type, Environment = request.Environment, Status = AuditStatus.Running, StartedAt = time.GetUtcNow(), RequestedBy = person }, cancellation);

        // It is to be finished when whoever asked has gone: what was read is paid for.
        var ending = new Ending();
        var running = Task.Run(() => EndAsync(request, begun, ending, conversation), CancellationToken.None);
        try
        {
            return await running.WaitAsync(patience, time, cancellation);
        }
        catch (TimeoutException)
        {
            return ending.IsLate() ? WithProgress(begun) : await running;
        }
    }

    public async Task<AuditReport?> FindAsync(string auditId, CancellationToken cancellation) =>
        await store.FindAsync(auditId, cancellation) is { } report ? WithProgress(report) : null;

    public async Task<IReadOnlyList<AuditReport>> ListAsync(AuditFilter filter, CancellationToken cancellation) =>
        [.. (await store.ListAsync(filter, cancellation)).Select(WithProgress)];

    private async Task<AuditReport> EndAsync(AuditRequest request, AuditReport begun, Ending ending, string? conversation)
    {
        var report = await work.RunAsync(request, begun, note => _progress[begun.AuditId] = note);
        _progress.TryRemove(begun.AuditId, out _);
        if (!ending.IsInTime())
        {
            await teller.TellAsync(report, conversation, CancellationToken.None);
        }

        return report;
    }

    private AuditReport WithProgress(AuditReport report) => report.Status != AuditStatus.Running
        ? report
        : _progress.TryGetValue(report.AuditId, out var progress) ? report with { Progress = progress }
        : time.GetUtcNow() - report.StartedAt < AuditWork.Longest ? report with { Progress = "begun" }
        : report with
        {
            Status = AuditStatus.Failed,
            Parts = [new("audit", PartStatus.Unavailable, "The host that made it ended before it was done.", Remedy: "Run it again.")],
        };

    /// <summary>Whichever comes first, the end of the work or that of the patience, decides who tells the result.</summary>
    private sealed class Ending
    {
        private const int InTime = 1;
        private const int Late = 2;

        private int _decided;

        public bool IsInTime() => Interlocked.CompareExchange(ref _decided, InTime, 0) == 0;

        public bool IsLate() => Interlocked.CompareExchange(ref _decided, Late, 0) == 0;
    }
}
