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

    /// <summary>As many lanes as are added at once.</summary>
    private const int Block = 3 * Lanes;

    /// <summary>Rows that a sentence may have before more room is needed.</summary>
    private const int MostAtHand = 512;

    private readonly int _width;
    private readonly sbyte[] _weights;
    private readonly Half[] _scales;

    private PackedRows(int rows, int width)
    {
        // A few bytes more, so that the end of the last row can be read as a whole block as well.
        (_width, _weights, _scales) = (width, new sbyte[(rows * width) + Block], new Half[rows]);
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

    /// <summary>Adds rows one after the other. The sums of a block stay at hand while all rows pass.</summary>
    /// <param name="times">How often each counts; none where each counts once.</param>
    public void AddTo(Span<float> sums, ReadOnlySpan<int> rows, ReadOnlySpan<float> times)
    {
        var factors = rows.Length <= MostAtHand ? stackalloc float[rows.Length] : new float[rows.Length];
        for (var at = 0; at < rows.Length; at++)
        {
            factors[at] = Halves.ToSingle(_scales[rows[at]]) * (times.IsEmpty ? 1 : times[at]);
        }

        var first = 0;
        for (; first + Block <= _width; first += Block)
        {
            AddBlock(sums.Slice(first, Block), first, rows, factors);
        }

        if (first < _width)
        {
            Span<float> rest = stackalloc float[Block];
            sums[first.._width].CopyTo(rest);
            AddBlock(rest, first, rows, factors);
            rest[..(_width - first)].CopyTo(sums[first..]);
        }
    }

    private void AddBlock(Span<float> sums, int first, ReadOnlySpan<int> rows, ReadOnlySpan<float> factors)
    {
        ref var sum = ref MemoryMarshal.GetReference(sums[..Block]);
        var (one, two, three) = (Vector256.LoadUnsafe(ref sum), Vector256.LoadUnsafe(ref sum, Lanes), Vector256.LoadUnsafe(ref sum, 2 * Lanes));
        for (var at = 0; at < rows.Length; at++)
        {
            ref var weights = ref MemoryMarshal.GetReference(_weights.AsSpan((rows[at] * _width) + first, Block));
            var factor = Vector256.Create(factors[at]);
            one += Eight(ref weights, 0) * factor;
            two += Eight(ref weights, Lanes) * factor;
            three += Eight(ref weights, 2 * Lanes) * factor;
        }

        one.StoreUnsafe(ref sum);
        two.StoreUnsafe(ref sum, Lanes);
        three.StoreUnsafe(ref sum, 2 * Lanes);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Eight(ref sbyte weights, nuint at)
    {
        var bytes = Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<long>(ref Unsafe.As<sbyte, byte>(ref Unsafe.Add(ref weights, at)))).AsSByte();

        return Vector256.ConvertToSingle(Vector256.WidenLower(Vector128.WidenLower(bytes).ToVector256Unsafe()));
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
