using Helm.Operations.Claims;
using Microsoft.Extensions.Logging;

namespace Helm.Operations.Changes;

/// <summary>Tells consumers what has changed; the scheduler only wakes it, for each consumer apart.</summary>
public sealed partial class ChangeFeed
{
    private const int AtOnce = 200;

    private readonly Dictionary<string, IIssueChangeConsumer> _consumers;
    private readonly IChangeLog _changes;
    private readonly TimeProvider _time;
    private readonly ILogger<ChangeFeed> _log;

    public ChangeFeed(IEnumerable<IIssueChangeConsumer> consumers, IChangeLog changes, TimeProvider time, ILogger<ChangeFeed> log) =>
        (_consumers, _changes, _time, _log) = (consumers.ToDictionary(consumer => consumer.Name), changes, time, log);

    public IReadOnlyCollection<string> Consumers => _consumers.Keys;

    /// <summary>Tells one consumer all that is new to it, unless another host is at it; says how many it dealt with.</summary>
    public async Task<int> RunAsync(string name, CancellationToken cancellation)
    {
        var (holder, now) = (Lease.NewHolder(), _time.GetUtcNow());
        if (await _changes.ClaimAsync(name, holder, now, now + Lease.Length, cancellation) is not { } cursor)
        {
            return 0;
        }

        try
        {
            return await Lease.KeepAsync(
                (until, token) => _changes.RenewAsync(name, holder, until, token),
                token => TellAsync(new(_consumers[name], _changes, _time, _log), holder, cursor, token),
                _time, _log, cancellation);
        }
        finally
        {
            await _changes.ReleaseAsync(name, holder, CancellationToken.None);
        }
    }

    private async Task<int> TellAsync(ChangeTelling telling, string holder, long cursor, CancellationToken cancellation)
    {
        var told = await telling.AgainAsync(cancellation);
        while (await _changes.ReadAsync(cursor, AtOnce, cancellation) is { Count: > 0 } batch)
        {
            foreach (var change in batch)
            {
                told += await telling.TellAsync(change, cancellation) ? 1 : 0;
                cursor = change.Number;
                if (telling.IsToBeKept(change) && !await _changes.AdvanceAsync(telling.Consumer, holder, cursor, cancellation))
                {
                    return told;
                }
            }

            if (!await _changes.AdvanceAsync(telling.Consumer, holder, cursor, cancellation))
            {
                return told;
            }
        }

        return told;
    }
}
