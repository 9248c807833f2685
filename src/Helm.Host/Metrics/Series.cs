using System.Diagnostics.Metrics;

namespace Helm.Host.Metrics;

/// <summary>One instrument with one set of labels.</summary>
internal sealed class Series(Instrument instrument, string labels)
{
    private readonly Lock _lock = new();
    private readonly bool _isAbsolute = instrument.IsObservable || instrument.GetType().Name.StartsWith("Gauge", StringComparison.Ordinal);
    private double _sum;
    private long _count;

    public string Name { get; } = PrometheusText.Name(instrument.Name);

    public string Labels { get; } = labels;

    public string Description { get; } = instrument.Description ?? "";

    /// <summary>As Prometheus calls it.</summary>
    public string Kind { get; } = instrument.GetType().Name.Split('`')[0] switch
    {
        "Counter" or "ObservableCounter" => "counter",
        "Histogram" => "summary",
        _ => "gauge",
    };

    public (double Sum, long Count) Value
    {
        get
        {
            lock (_lock)
            {
                return (_sum, _count);
            }
        }
    }

    public void Add(double value)
    {
        lock (_lock)
        {
            _sum = _isAbsolute ? value : _sum + value;
            _count++;
        }
    }
}
