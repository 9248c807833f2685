using System.Collections.Concurrent;
using Helm.Operations.Alerts;
using Helm.Storage.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Helm.Storage.Alerts;

/// <summary>Writes batches of alerts; those that come while one is written are committed together with the next.</summary>
internal sealed class OutsideAlertWriter(DbSource source) : IDisposable
{
    private const int MostTogether = 64;

    private readonly ConcurrentQueue<Batch> _waiting = [];
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Returns when the batch is committed. Whoever has the turn writes all that wait, so most callers only wait.</summary>
    public async Task WriteAsync(IReadOnlyCollection<OutsideAlert> alerts, CancellationToken cancellation)
    {
        if (alerts.Count == 0)
        {
            return;
        }

        var batch = new Batch(alerts);
        _waiting.Enqueue(batch);
        await _turn.WaitAsync(cancellation);
        try
        {
            while (!batch.IsDone && Next() is { Count: > 0 } together)
            {
                await WriteTogetherAsync(together);
            }
        }
        finally
        {
            _turn.Release();
        }

        await batch.Committed;
    }

    public void Dispose() => _turn.Dispose();

    private List<Batch> Next()
    {
        var together = new List<Batch>();
        while (together.Count < MostTogether && _waiting.TryDequeue(out var batch))
        {
            together.Add(batch);
        }

        return together;
    }

    /// <summary>Not to be cancelled by whoever happens to write: others wait for it.</summary>
    private async Task WriteTogetherAsync(List<Batch> together)
    {
        try
        {
            await CommitAsync(together.SelectMany(batch => batch.Alerts));
            together.ForEach(batch => batch.Succeed());
        }
#pragma warning disable CA1031 // Each of those that wait gets the failure, whatever it is.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            together.ForEach(batch => batch.Fail(exception));
        }
    }

    private async Task CommitAsync(IEnumerable<OutsideAlert> alerts)
    {
        // A statement may not touch a row twice, and rows are locked in one order on all hosts.
        var rows = alerts.GroupBy(alert => alert.Fingerprint, StringComparer.Ordinal)
            .Select(same => same.MaxBy(alert => (alert.StartsAt, alert.EndsAt is not null))!)
            .OrderBy(alert => alert.Fingerprint, StringComparer.Ordinal).ToList();
        using var writing = await source.WriteAsync(CancellationToken.None);
        await using var db = source.Open();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await using var upsert = source.IsPostgreSql
            ? OutsideAlertUpsert.OfAll(db.Database.GetDbConnection(), rows)
            : OutsideAlertUpsert.OneByOne(db.Database.GetDbConnection(), rows);
        await upsert.ExecuteAsync(transaction.GetDbTransaction());
        await transaction.CommitAsync();
    }

    private sealed class Batch(IReadOnlyCollection<OutsideAlert> alerts)
    {
        private readonly TaskCompletionSource _committed = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public IReadOnlyCollection<OutsideAlert> Alerts => alerts;

        public Task Committed => _committed.Task;

        public bool IsDone => _committed.Task.IsCompleted;

        public void Succeed() => _committed.TrySetResult();

        public void Fail(Exception exception) => _committed.TrySetException(exception);
    }
}
