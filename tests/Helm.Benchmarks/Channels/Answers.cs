using System.Collections.Concurrent;
using System.Diagnostics;

namespace Helm.Benchmarks.Channels;

/// <summary>Which messages were answered, how soon and how often.</summary>
internal sealed class Answers
{
    private readonly ConcurrentDictionary<string, Said> _said = new(StringComparer.Ordinal);

    /// <param name="id">By which its answers name it.</param>
    /// <param name="kind">Door and question: the same answers are due to all of a kind.</param>
    public void Expect(string id, string kind) => _said[id] = new(kind, Stopwatch.GetTimestamp());

    public void Came(string? id)
    {
        if (id is not null && _said.TryGetValue(id, out var said))
        {
            said.Answer();
        }
    }

    public void Forget() => _said.Clear();

    /// <summary>How long after they were said the first answers came, how many never did, and how many came too often.</summary>
    public (Latencies Latencies, int Lost, int Doubled) Judge()
    {
        var answered = _said.Values.Where(said => said.Count > 0).ToArray();
        var latencies = new Latencies();
        foreach (var said in answered)
        {
            latencies.Add(said.Waited);
        }

        var doubled = answered.GroupBy(said => said.Kind).Sum(kind => kind.Count(said => said.Count > kind.Min(one => one.Count)));
        return (latencies, _said.Count - answered.Length, doubled);
    }

    public async Task WaitAsync(TimeSpan longest)
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < longest && _said.Values.Any(said => said.Count == 0);)
        {
            await Task.Delay(50);
        }

        await Task.Delay(TimeSpan.FromMilliseconds(500)); // for what would come twice
    }

    private sealed class Said(string kind, long at)
    {
        private int _count;
        private long _first;

        public string Kind => kind;

        public int Count => Volatile.Read(ref _count);

        public TimeSpan Waited => Stopwatch.GetElapsedTime(at, Volatile.Read(ref _first));

        public void Answer()
        {
            Interlocked.CompareExchange(ref _first, Stopwatch.GetTimestamp(), 0);
            Interlocked.Increment(ref _count);
        }
    }
}
