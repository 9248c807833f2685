using System.Collections.Concurrent;

namespace Helm.Domains.Cloud.Wire;

/// <summary>A token bucket for every account, region and operation, one second deep.</summary>
internal sealed class ApiLimiter(bool enabled, TimeProvider time)
{
    private readonly ConcurrentDictionary<(string Account, string Region, string Api), Bucket> _buckets = new();

    public async ValueTask WaitAsync(
        string account, string region, string service, string operation, CancellationToken cancellation)
    {
        if (!enabled)
        {
            return;
        }

        var bucket = _buckets.GetOrAdd(
            (account, region, $"{service}.{operation}"), _ => new Bucket(ApiLimits.Of(service, operation)));
        if (bucket.Take(time.GetTimestamp(), time.TimestampFrequency) is { } wait)
        {
            await Task.Delay(wait, time, cancellation);
        }
    }

    /// <summary>Holds the moment at which the bucket would be full again; each call moves it on by one interval.</summary>
    private sealed class Bucket(double perSecond)
    {
        private readonly Lock _lock = new();
        private double _fullAt;

        public TimeSpan? Take(long timestamp, long frequency)
        {
            var now = (double)timestamp / frequency;
            lock (_lock)
            {
                _fullAt = Math.Max(_fullAt, now) + (1 / perSecond);
                var wait = _fullAt - now - 1;
                return wait > 0 ? TimeSpan.FromSeconds(wait) : null;
            }
        }
    }
}
