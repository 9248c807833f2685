using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Helm.Speech.Audio;

/// <summary>Writes 16-bit mono sound as a WAV file, piece by piece; the header is completed at the end.</summary>
public sealed class WavWriter : IDisposable
{
    private const int HeaderBytes = 44;

    private readonly Stream _stream;
    private readonly int _sampleRate;
    private long _samples;

    public WavWriter(string path, int sampleRate)
        : this(new FileStream(path, FileMode.Create, FileAccess.Write), sampleRate)
    {
    }

    /// <param name="stream">Seekable; closed with the writer.</param>
    public WavWriter(Stream stream, int sampleRate)
    {
        (_stream, _sampleRate) = (stream, sampleRate);
        WriteHeader();
    }

    public static void Write(string path, int sampleRate, ReadOnlySpan<short> samples)
    {
        using var writer = new WavWriter(path, sampleRate);
        writer.Append(samples);
    }

    /// <summary>The project's supported machines are little-endian, as WAV is.</summary>
    public void Append(ReadOnlySpan<short> samples)
    {
        _stream.Write(MemoryMarshal.AsBytes(samples));
        _samples += samples.Length;
    }

    public void Dispose()
    {
        _stream.Position = 0;
        WriteHeader();
        _stream.Dispose();
    }

    private void WriteHeader()
    {
        Span<byte> header = stackalloc byte[HeaderBytes];
        var bytes = (uint)(_samples * sizeof(short));
        "RIFF"u8.CopyTo(header);
        BinaryPrimitives.WriteUInt32LittleEndian(header[4..], bytes + HeaderBytes - 8);
        "WAVEfmt "u8.CopyTo(header[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(header[16..], 16);
        BinaryPrimitives.WriteInt16LittleEndian(header[20..], 1);
        BinaryPrimitives.WriteInt16LittleEndian(header[22..], 1);
        BinaryPrimitives.WriteInt32LittleEndian(header[24..], _sampleRate);
        BinaryPrimitives.WriteInt32LittleEndian(header[28..], _sampleRate * sizeof(short));
        BinaryPrimitives.WriteInt16LittleEndian(header[32..], sizeof(short));
        BinaryPrimitives.WriteInt16LittleEndian(header[34..], 16);
        "data"u8.CopyTo(header[36..]);
        BinaryPrimitives.WriteUInt32LittleEndian(header[40..], bytes);
        _stream.Write(header);
    }
}
