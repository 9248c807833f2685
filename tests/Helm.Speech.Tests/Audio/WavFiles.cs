using Helm.Speech.Audio;

namespace Helm.Speech.Tests.Audio;

/// <summary>Writes WAV files of every kind by hand.</summary>
internal static class WavFiles
{
    public static short[] Samples(string file) => WavReader.Read(file);

    /// <summary>A tone of half amplitude, sample by sample as the format wants it.</summary>
    public static byte[] Tone(int tag, int bits, int channels, int rate, double seconds = 0.5, double hertz = 440)
    {
        using var sound = new MemoryStream();
        using var writer = new BinaryWriter(sound);
        for (var i = 0; i < seconds * rate; i++)
        {
            for (var channel = 0; channel < channels; channel++)
            {
                WriteSample(writer, tag, bits, 0.5 * Math.Sin(2 * Math.PI * hertz * i / rate));
            }
        }

        return File(tag, bits, channels, rate, sound.ToArray());
    }

    public static byte[] File(int tag, int bits, int channels, int rate, byte[] sound, uint? declared = null)
    {
        using var file = new MemoryStream();
        using var writer = new BinaryWriter(file);
        writer.Write("RIFF"u8);
        writer.Write(36 + sound.Length);
        writer.Write("WAVEfmt "u8);
        writer.Write(16);
        writer.Write((short)tag);
        writer.Write((short)channels);
        writer.Write(rate);
        writer.Write(rate * channels * bits / 8);
        writer.Write((short)(channels * bits / 8));
        writer.Write((short)bits);
        writer.Write("data"u8);
        writer.Write(declared ?? (uint)sound.Length);
        writer.Write(sound);
        return file.ToArray();
    }

    private static void WriteSample(BinaryWriter writer, int tag, int bits, double value)
    {
        switch (tag, bits)
        {
            case (3, 32):
                writer.Write((float)value);
                break;
            case (3, 64):
                writer.Write(value);
                break;
            case (_, 8):
                writer.Write((byte)(value * 127 + 128));
                break;
            case (_, 16):
                writer.Write((short)(value * 32_767));
                break;
            case (_, 24):
                var whole = (int)(value * 8_388_607);
                writer.Write((byte)whole);
                writer.Write((short)(whole >> 8));
                break;
            default:
                writer.Write((int)(value * int.MaxValue));
                break;
        }
    }
}
