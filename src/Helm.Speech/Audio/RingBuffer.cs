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

    /// <summary>Samples between two moments, each told by how many samples ago it was; what is not there any more is left out.</summary>
    public ReadOnlySpan<short> Between(long startAgo, long endAgo)
    {
        var recent = Last((int)Math.Clamp(startAgo, 0, capacity));
        return recent.AsSpan(0, (int)Math.Clamp(recent.Length - endAgo, 0, recent.Length));
    }

    public void Clear() => _count = _next = 0;
}
