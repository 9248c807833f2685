namespace Helm.Operations.Investigation.Anomalies;

/// <summary>Mean and deviation of the last values.</summary>
internal sealed class RunningMoments(int length)
{
    private readonly Queue<double> _values = new(length + 1);
    private double _sum;
    private double _squares;

    public bool IsFull => _values.Count == length;

    public double Mean => _sum / _values.Count;

    public double Deviation => Math.Sqrt(Math.Max(0, (_squares / _values.Count) - (Mean * Mean)));

    public void Add(double value)
    {
        _values.Enqueue(value);
        _sum += value;
        _squares += value * value;
        if (_values.Count > length)
        {
            var gone = _values.Dequeue();
            _sum -= gone;
            _squares -= gone * gone;
        }
    }
}
