using System.Buffers.Binary;
using Helm.Speech.Audio;

namespace Helm.Speech.Wyoming;

/// <summary>Turns the sound of events, whatever its rate, width and channels, into Helm's own.</summary>
public sealed class WyomingSound
{
    private const int Pcm = 1;

    private (long Rate, long Width, long Channels)? _kind;
    private WavFormat? _format;
    private Resampler? _resampler;

    /// <summary>16 kHz, one channel; a rest may come with the next chunk.</summary>
    /// <exception cref="InvalidWyomingException">The sound is in no form that Helm reads.</exception>
    public short[] Read(WyomingEvent chunk)
    {
        var kind = (chunk.Number("rate") ?? SpeechFormat.SampleRate, chunk.Number("width") ?? sizeof(short), chunk.Number("channels") ?? 1);
        if (kind != _kind)
        {
            _format = Format(kind);
            _resampler = new Resampler(_format.SampleRate, SpeechFormat.SampleRate);
            _kind = kind;
        }

        var mono = new float[chunk.Payload.Length / _format!.FrameBytes];
        _format.ToMono(chunk.Payload.Span, mono);
        return _resampler!.Convert(mono);
    }

    /// <summary>What still waited for more to come.</summary>
    public short[] Rest() => _resampler?.Rest() ?? [];

    /// <summary>As the head of a WAV file would tell it.</summary>
    private static WavFormat Format((long Rate, long Width, long Channels) kind)
    {
        var (rate, width, channels) = kind;
        if (rate is < 4_000 or > 192_000 || width is < 1 or > 4 || channels is < 1 or > 8)
        {
            throw new InvalidWyomingException($"sound of rate {rate}, width {width} and {channels} channels cannot be read");
        }

        Span<byte> head = stackalloc byte[16];
        BinaryPrimitives.WriteInt16LittleEndian(head, Pcm);
        BinaryPrimitives.WriteInt16LittleEndian(head[2..], (short)channels);
        BinaryPrimitives.WriteInt32LittleEndian(head[4..], (int)rate);
        BinaryPrimitives.WriteInt16LittleEndian(head[14..], (short)(8 * width));
        return WavFormat.Parse(head);
    }
}
