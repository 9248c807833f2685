using System.Buffers;
using System.Buffers.Binary;

namespace Helm.Speech.Audio;

/// <summary>Reads a WAV file of any usual kind as 16 kHz mono.</summary>
public static class WavReader
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    // What tools write that stream a WAV and do not know its length yet.
    private const uint UnknownLength = 0x7FFF_F000;

    /// <exception cref="InvalidAudioException">With the reason; also when the file cannot be opened.</exception>
    public static short[] Read(string path)
    {
        if (Directory.Exists(path))
        {
            throw new InvalidAudioException("this is a folder; name the recordings in it");
        }

        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            return Read(file);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new InvalidAudioException($"this file cannot be read: {failure.Message}");
        }
    }

    /// <exception cref="InvalidAudioException">With the reason.</exception>
    public static short[] Read(Stream stream)
    {
        Span<byte> head = stackalloc byte[12];
        var got = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        if (got == 0)
        {
            throw new InvalidAudioException("this file is empty");
        }

        if (got < head.Length || !head[..4].SequenceEqual("RIFF"u8) || !head[8..].SequenceEqual("WAVE"u8))
        {
            throw new InvalidAudioException(
                $"this is not a WAV file: it starts with {Shown(head[..got])} where RIFF … WAVE is expected; make one of it: ffmpeg -i FILE OTHER.wav");
        }

        return ReadChunks(stream);
    }

    private static short[] ReadChunks(Stream stream)
    {
        Span<byte> head = stackalloc byte[8];
        WavFormat? format = null;
        while (stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(head[4..]);
            if (head[..4].SequenceEqual("data"u8))
            {
                return ReadSamples(stream, length, format
                    ?? throw new InvalidAudioException("this WAV file says nothing about its format before its sound"));
            }

            var body = ReadChunk(stream, length);
            format = head[..4].SequenceEqual("fmt "u8) ? WavFormat.Parse(body) : format;
        }

        throw new InvalidAudioException("this WAV file is cut short: it ends before its sound begins");
    }

    private static byte[] ReadChunk(Stream stream, uint length)
    {
        const int Sensible = 1 << 20;
        if (length > Sensible)
        {
            throw new InvalidAudioException($"this WAV file has a header of {length:N0} bytes; at most {Sensible:N0} are read");
        }

        var body = new byte[length];
        if (stream.ReadAtLeast(body, body.Length, throwOnEndOfStream: false) < body.Length)
        {
            throw new InvalidAudioException("this WAV file is cut short: it ends within its header");
        }

        // Chunks start at even offsets.
        if (length % 2 == 1)
        {
            stream.ReadByte();
        }

        return body;
    }

    private static short[] ReadSamples(Stream stream, uint declared, WavFormat format)
    {
        var known = declared < UnknownLength && declared != 0;
        var limit = known ? declared : long.MaxValue;
        if (known && declared / format.FrameBytes > Longest.TotalSeconds * format.SampleRate)
        {
            throw TooLong();
        }

        var resampler = new Resampler(format.SampleRate, SpeechFormat.SampleRate);
        var (read, samples) = Convert(stream, limit, format, resampler);
        if (known && read < declared)
        {
            throw new InvalidAudioException(
                $"this WAV file is cut short: it promises {declared:N0} bytes of sound and holds {read:N0}");
        }

        return samples is { Length: > 0 } ? samples : throw new InvalidAudioException("this WAV file holds no sound");
    }

    private static (long Read, short[] Samples) Convert(Stream stream, long limit, WavFormat format, Resampler resampler)
    {
        const int BlockFrames = 4096;
        var block = new byte[BlockFrames * format.FrameBytes];
        var mono = new float[BlockFrames];
        var samples = new ArrayBufferWriter<short>();
        var total = 0L;
        while (total < limit)
        {
            var wanted = block.AsSpan(0, (int)Math.Min(block.Length, limit - total));
            var got = stream.ReadAtLeast(wanted, wanted.Length, throwOnEndOfStream: false);
            var frames = got / format.FrameBytes;
            format.ToMono(block, mono.AsSpan(0, frames));
            resampler.Push(mono.AsSpan(0, frames), samples);
            total += got;
            if (samples.WrittenCount > SpeechFormat.Samples(Longest))
            {
                throw TooLong();
            }

            if (got < wanted.Length)
            {
                break;
            }
        }

        resampler.Finish(samples);
        return (total, samples.WrittenSpan.ToArray());
    }

    private static InvalidAudioException TooLong() =>
        new($"this WAV file is longer than {Longest.TotalMinutes:N0} minutes; cut it into pieces");

    private static string Shown(ReadOnlySpan<byte> bytes)
    {
        var text = string.Create(bytes.Length, bytes, static (chars, source) =>
        {
            for (var i = 0; i < chars.Length; i++)
            {
                chars[i] = source[i] is >= 0x20 and < 0x7F ? (char)source[i] : '.';
            }
        });
        return $"\"{text}\"";
    }
}
