namespace Helm.Speech.Audio;

/// <summary>The most recent sound; older samples are overwritten.</summary>
internal sealed class RingBuffer(int capacity)
{
    private readonly short[] _samples = new short[capacity];
    private int _next;
    private int _count;

    public void Write(ReadOnlySpan<short> samples)
    {
        samples = samples.Length > capacity ? samples[^capacity..] : samples;
        var first = Math.Min(samples.Length, capacity - _next);
        samples[..first].CopyTo(_samples.AsSpan(_next));
        samples[first..].CopyTo(_samples);
        _next = (_next + samples.Length) % capacity;
        _count = Math.Min(capacity, _count + samples.Length);
    }

    /// <summary>The last <paramref name="count"/> samples, or all there are when they are fewer.</summary>
    public short[] Last(int count)
    {
        count = Math.Min(count, _count);
        var start = (_next - count + capacity) % capacity;
        var first = Math.Min(count, capacity - start);
        return [.. _samples.AsSpan(start, first), .. _samples.AsSpan(0, count - first)];
    }

    public void Clear() => _count = _next = 0;
}
