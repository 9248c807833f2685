using System.Globalization;

namespace Helm.Benchmarks;

/// <summary>Latencies of one kind of call, in milliseconds.</summary>
internal sealed class Latencies
{
    private readonly List<double> _values = [];
    private readonly Lock _lock = new();

    public void Add(TimeSpan latency)
    {
        lock (_lock)
        {
            _values.Add(latency.TotalMilliseconds);
        }
    }

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _values.Count;
            }
        }
    }

    public double Percentile(double percent)
    {
        lock (_lock)
        {
            _values.Sort();
            return _values[(int)Math.Min(_values.Count - 1, _values.Count * percent / 100)];
        }
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"p50 {Percentile(50):0.00} ms, p95 {Percentile(95):0.00} ms, p99 {Percentile(99):0.00} ms, n {_values.Count}");
}
