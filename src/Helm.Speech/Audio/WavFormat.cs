using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Helm.Speech.Audio;

/// <summary>How the samples of a WAV file are written (the fmt chunk).</summary>
internal sealed record WavFormat(int Encoding, int Channels, int SampleRate, int BytesPerSample)
{
    private const int Pcm = 1;
    private const int Float = 3;
    private const int ALaw = 6;
    private const int MuLaw = 7;
    private const int Extensible = 0xFFFE;

    public int FrameBytes => Channels * BytesPerSample;

    public static WavFormat Parse(ReadOnlySpan<byte> chunk)
    {
        if (chunk.Length < 16)
        {
            throw new InvalidAudioException("this WAV file's format header is cut short");
        }

        var tag = BinaryPrimitives.ReadUInt16LittleEndian(chunk);
        if (tag == Extensible && chunk.Length >= 26)
        {
            tag = BinaryPrimitives.ReadUInt16LittleEndian(chunk[24..]);
        }

        var format = new WavFormat(
            tag,
            BinaryPrimitives.ReadUInt16LittleEndian(chunk[2..]),
            BinaryPrimitives.ReadInt32LittleEndian(chunk[4..]),
            (BinaryPrimitives.ReadUInt16LittleEndian(chunk[14..]) + 7) / 8);
        return (tag, format) switch
        {
            (not (Pcm or Float or ALaw or MuLaw), _) => throw new InvalidAudioException(
                $"this WAV file is compressed (format {tag}); PCM of 8, 16, 24 or 32 bits, float, A-law and µ-law are read"),
            (_, { Channels: < 1 or > 16 }) => throw new InvalidAudioException(
                $"this WAV file claims {format.Channels} channels; 1 to 16 are read"),
            (_, { SampleRate: < 4_000 or > 192_000 }) => throw new InvalidAudioException(
                $"this WAV file claims {format.SampleRate} samples a second; 4,000 to 192,000 are read"),
            (Pcm, { BytesPerSample: < 1 or > 4 }) or (Float, { BytesPerSample: not (4 or 8) }) or (ALaw or MuLaw, { BytesPerSample: not 1 }) =>
                throw new InvalidAudioException(
                    $"this WAV file claims samples of {format.BytesPerSample} bytes; PCM of 8 to 32 bits, float, and A-law and µ-law of 8 are read"),
            _ => format,
        };
    }

    /// <summary>The mean of the channels of each frame, between -1 and 1.</summary>
    public void ToMono(ReadOnlySpan<byte> frames, Span<float> mono)
    {
        for (var i = 0; i < mono.Length; i++)
        {
            var sum = 0f;
            for (var channel = 0; channel < Channels; channel++)
            {
                sum += Sample(frames[(i * FrameBytes + channel * BytesPerSample)..]);
            }

            mono[i] = sum / Channels;
        }
    }

    private float Sample(ReadOnlySpan<byte> at) => (Encoding, BytesPerSample) switch
    {
        (Float, 4) => Clean(MemoryMarshal.Read<float>(at)),
        (Float, _) => Clean((float)MemoryMarshal.Read<double>(at)),
        (ALaw, _) => Telephone.ALaw(at[0]) / 32_768f,
        (MuLaw, _) => Telephone.MuLaw(at[0]) / 32_768f,
        (_, 1) => (at[0] - 128) / 128f,
        (_, 2) => BinaryPrimitives.ReadInt16LittleEndian(at) / 32_768f,
        (_, 3) => (at[0] << 8 | at[1] << 16 | at[2] << 24) / 2_147_483_648f,
        _ => BinaryPrimitives.ReadInt32LittleEndian(at) / 2_147_483_648f,
    };

    private static float Clean(float sample) => float.IsFinite(sample) ? Math.Clamp(sample, -1, 1) : 0;
}
