using System.Buffers.Binary;
using System.IO.Compression;

namespace Helm.Conversation.Pictures;

/// <summary>A small picture of few colours, written as PNG: ISO/IEC 15948, palette of 8 bits, no filters.</summary>
internal sealed class PngImage(int width, int height, IReadOnlyList<(byte Red, byte Green, byte Blue)> palette)
{
    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(Entry)];

    private readonly byte[] _pixels = new byte[width * height];

    public int Width => width;

    public int Height => height;

    /// <summary>What lies outside is left out.</summary>
    public void Set(int x, int y, byte colour)
    {
        if (x >= 0 && x < width && y >= 0 && y < height)
        {
            _pixels[(y * width) + x] = colour;
        }
    }

    public byte At(int x, int y) => _pixels[(y * width) + x];

    public byte[] Encode()
    {
        using var png = new MemoryStream();
        png.Write(Signature);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 3);
        Write(png, "IHDR"u8, header);
        Write(png, "PLTE"u8, [.. palette.SelectMany(colour => new[] { colour.Red, colour.Green, colour.Blue })]);
        Write(png, "IDAT"u8, Packed());
        Write(png, "IEND"u8, []);
        return png.ToArray();
    }

    private byte[] Packed()
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            for (var row = 0; row < height; row++)
            {
                zlib.WriteByte(0);
                zlib.Write(_pixels, row * width, width);
            }
        }

        return packed.ToArray();
    }

    private static void Write(MemoryStream png, ReadOnlySpan<byte> type, byte[] data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        png.Write(type);
        png.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Sum(data, Sum(type, uint.MaxValue)));
        png.Write(number);
    }

    private static uint Sum(ReadOnlySpan<byte> data, uint sum)
    {
        foreach (var octet in data)
        {
            sum = Table[(sum ^ octet) & 0xFF] ^ (sum >> 8);
        }

        return sum;
    }

    private static uint Entry(int number)
    {
        var entry = (uint)number;
        for (var bit = 0; bit < 8; bit++)
        {
            entry = (entry & 1) == 0 ? entry >> 1 : 0xEDB88320 ^ (entry >> 1);
        }

        return entry;
    }
}
