using Helm.Operations.Claims;
using Microsoft.Extensions.Logging;

namespace Helm.Operations.Changes;

/// <summary>One pass of one consumer: what fails waits, and the later changes of its issue with it, while all others go on.</summary>
internal sealed partial class ChangeTelling(IIssueChangeConsumer consumer, IChangeLog changes, TimeProvider time, ILogger log)
{
    private const int MostAttempts = 6;

    private static readonly TimeSpan FirstRetry = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestRetry = TimeSpan.FromMinutes(2);

    private readonly HashSet<string> _waiting = new(StringComparer.Ordinal);

    public string Consumer => consumer.Name;

    /// <summary>What was not wanted is not worth a write of its own.</summary>
    public bool IsToBeKept(ChangedIssue change) => consumer.Wants(change.Change);

    /// <summary>Tells what waited and is due again.</summary>
    public async Task<int> AgainAsync(CancellationToken cancellation)
    {
        var told = 0;
        foreach (var parked in await changes.ParkedAsync(consumer.Name, setAside: false, cancellation))
        {
            if (_waiting.Contains(parked.Change.IssueId) || parked.NextAt > time.GetUtcNow())
            {
                _waiting.Add(parked.Change.IssueId);
            }
            else if (await TryAsync(parked.Change, parked.Attempts + 1, cancellation))
            {
                await changes.UnparkAsync(consumer.Name, parked.Change.Number, cancellation);
                told++;
            }
        }

        return told;
    }

    /// <summary>True when the consumer dealt with it now.</summary>
    public async Task<bool> TellAsync(ChangedIssue change, CancellationToken cancellation)
    {
        if (!consumer.Wants(change.Change))
        {
            return false;
        }

        if (_waiting.Contains(change.IssueId))
        {
            await changes.ParkAsync(consumer.Name, new(change, 0, time.GetUtcNow(), null), cancellation);
            return false;
        }

        return await TryAsync(change, 1, cancellation);
    }

    private async Task<bool> TryAsync(ChangedIssue change, int attempt, CancellationToken cancellation)
    {
        try
        {
            await consumer.HandleAsync(change, cancellation);
            return true;
        }
#pragma warning disable CA1031 // Whatever a consumer throws at one change, the changes of other issues go on.
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellation.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogFailed(log, exception, consumer.Name, change.Number, change.IssueId, attempt);
            DateTimeOffset? next = attempt < MostAttempts ? time.GetUtcNow() + Backoff.After(attempt, FirstRetry, LongestRetry) : null;
            await changes.ParkAsync(consumer.Name, new(change, attempt, next, exception.Message), cancellation);
            if (next is not null)
            {
                _waiting.Add(change.IssueId);
            }

            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Consumer} failed at change {Number} of {IssueId}, attempt {Attempt}")]
    private static partial void LogFailed(ILogger log, Exception exception, string consumer, long number, string issueId, int attempt);
}
