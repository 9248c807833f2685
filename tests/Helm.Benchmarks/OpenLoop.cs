using System.Diagnostics;

namespace Helm.Benchmarks;

/// <summary>Sends at a fixed rate whether or not answers came, so that a slow answer is not hidden by a slow sender.</summary>
internal static class OpenLoop
{
    /// <summary>Latency counts from the moment a call was due, not from when it was sent.</summary>
    public static async Task<Latencies> RunAsync(int perSecond, TimeSpan duration, Func<int, Task> call)
    {
        var latencies = new Latencies();
        var calls = new List<Task>();
        var clock = Stopwatch.StartNew();
        var total = (int)(perSecond * duration.TotalSeconds);
        for (var number = 0; number < total; number++)
        {
            var due = TimeSpan.FromSeconds((double)number / perSecond);
            while (clock.Elapsed < due)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(1));
            }

            calls.Add(MeasureAsync(number, due));
        }

        await Task.WhenAll(calls);
        return latencies;

        async Task MeasureAsync(int number, TimeSpan due)
        {
            await call(number);
            latencies.Add(clock.Elapsed - due);
        }
    }
}
