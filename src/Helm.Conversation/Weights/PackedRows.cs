using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Helm.Conversation.Weights;

/// <summary>
/// Rows of learned weights, each weight in a byte and each row with a scale of its own: a quarter of the memory, and of
/// what must be fetched for a sentence. Sums of many weights lose next to nothing by it.
/// </summary>
internal sealed class PackedRows
{
    private const int Lanes = 8;

    private readonly int _width;
    private readonly sbyte[] _weights;
    private readonly Half[] _scales;

    private PackedRows(int rows, int width)
    {
        // A few bytes more, so that the last row can be read eight at a time as well.
        (_width, _weights, _scales) = (width, new sbyte[(rows * width) + Lanes], new Half[rows]);
    }

    public int Count => _scales.Length;

    public static PackedRows Pack(ReadOnlySpan<float> weights, int width)
    {
        var packed = new PackedRows(width == 0 ? 0 : weights.Length / width, width);
        for (var row = 0; row < packed._scales.Length; row++)
        {
            packed.Put(row, weights.Slice(row * width, width));
        }

        return packed;
    }

    /// <param name="read">Puts the weights of a row where it is told to.</param>
    public static PackedRows Pack(int rows, int width, Action<int, Span<float>> read)
    {
        var (packed, row) = (new PackedRows(rows, width), new float[width]);
        for (var at = 0; at < rows; at++)
        {
            read(at, row);
            packed.Put(at, row);
        }

        return packed;
    }

    /// <exception cref="EndOfStreamException">There are fewer.</exception>
    public static PackedRows Read(BinaryReader reader, int rows, int width)
    {
        var packed = new PackedRows(rows, width);
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(packed._weights.AsSpan(0, rows * width)));
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(packed._scales.AsSpan()));

        return packed;
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(MemoryMarshal.AsBytes(_weights.AsSpan(0, _scales.Length * _width)));
        writer.Write(MemoryMarshal.AsBytes(_scales.AsSpan()));
    }

    /// <summary>Adds a row, each weight so many times.</summary>
    public void AddTo(Span<float> sums, int row, float times = 1)
    {
        var factor = (float)_scales[row] * times;
        var from = row * _width;
        var scale = Vector128.Create(factor);
        ref var weights = ref MemoryMarshal.GetReference(_weights.AsSpan(from));
        ref var sum = ref MemoryMarshal.GetReference(sums[.._width]);
        nuint at = 0;
        for (; at + Lanes <= (nuint)_width; at += Lanes)
        {
            var (low, high) = Vector128.Widen(Vector128.WidenLower(Vector128.LoadUnsafe(ref weights, at)));
            (Vector128.LoadUnsafe(ref sum, at) + (Vector128.ConvertToSingle(low) * scale)).StoreUnsafe(ref sum, at);
            (Vector128.LoadUnsafe(ref sum, at + 4) + (Vector128.ConvertToSingle(high) * scale)).StoreUnsafe(ref sum, at + 4);
        }

        for (var last = (int)at; last < _width; last++)
        {
            sums[last] += _weights[from + last] * factor;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Put(int row, ReadOnlySpan<float> weights)
    {
        var most = 0f;
        foreach (var weight in weights)
        {
            most = MathF.Max(most, MathF.Abs(weight));
        }

        _scales[row] = (Half)(most / sbyte.MaxValue);
        for (var at = 0; most > 0 && at < weights.Length; at++)
        {
            _weights[(row * _width) + at] = (sbyte)MathF.Round(weights[at] / most * sbyte.MaxValue);
        }
    }
}
