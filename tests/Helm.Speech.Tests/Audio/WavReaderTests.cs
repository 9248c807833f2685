using Helm.Speech.Audio;

namespace Helm.Speech.Tests.Audio;

public sealed class WavReaderTests
{
    [Theory]
    [InlineData(1, 8, 1, 8_000)]
    [InlineData(1, 16, 1, 16_000)]
    [InlineData(1, 16, 2, 44_100)]
    [InlineData(1, 24, 2, 48_000)]
    [InlineData(1, 32, 1, 22_050)]
    [InlineData(3, 32, 2, 96_000)]
    [InlineData(3, 64, 1, 11_025)]
    [InlineData(1, 16, 6, 7_919)]
    public void Every_usual_kind_becomes_the_same_tone(int tag, int bits, int channels, int rate)
    {
        var samples = WavReader.Read(new MemoryStream(WavFiles.Tone(tag, bits, channels, rate)));

        Assert.InRange(samples.Length, 7_990, 8_010);
        Assert.InRange(Error(samples, 440), 0, 0.02);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(7)]
    public void The_two_codes_of_telephones_become_the_same_tone(int tag)
    {
        byte[] codes = [.. Enumerable.Range(0, 4_000).Select(i => Telephony.Code(tag, 0.5 * Math.Sin(2 * Math.PI * 440 * i / 8_000)))];

        var samples = WavReader.Read(new MemoryStream(WavFiles.File(tag, 8, 1, 8_000, codes)));

        Assert.InRange(Error(samples, 440), 0, 0.03);
    }

    [Theory]
    [InlineData(7, 0x00, -32_124)]
    [InlineData(7, 0x80, 32_124)]
    [InlineData(7, 0xFF, 0)]
    [InlineData(6, 0x2A, -32_256)]
    [InlineData(6, 0xAA, 32_256)]
    [InlineData(6, 0xD5, 8)]
    public void Their_ends_are_those_of_the_recommendation(int tag, int code, int sample) =>
        Assert.Equal(sample, tag == 6 ? Telephone.ALaw((byte)code) : Telephone.MuLaw((byte)code));

    [Fact]
    public void What_16_kHz_cannot_hold_is_filtered_out_and_not_folded_back()
    {
        var samples = WavReader.Read(new MemoryStream(WavFiles.Tone(1, 16, 1, 48_000, hertz: 11_000)));

        Assert.InRange(samples[500..^500].Max(sample => Math.Abs((int)sample)), 0, 60);
    }

    [Theory]
    [InlineData("", "this file is empty")]
    [InlineData("hey helm, status of production", "this is not a WAV file: it starts with \"hey helm, st\"")]
    [InlineData("RIFF", "this is not a WAV file")]
    public void Text_in_place_of_sound_is_named(string content, string expected)
    {
        var refused = Assert.Throws<InvalidAudioException>(() => WavReader.Read(new MemoryStream([.. content.Select(c => (byte)c)])));

        Assert.StartsWith(expected, refused.Message);
    }

    public static TheoryData<string, byte[]> Broken => new()
    {
        { "ends before its sound begins", WavFiles.Tone(1, 16, 1, 16_000)[..12] },
        { "ends within its header", WavFiles.Tone(1, 16, 1, 16_000)[..30] },
        { "promises 16,000 bytes of sound and holds 4,956", WavFiles.Tone(1, 16, 1, 16_000)[..5_000] },
        { "holds no sound", WavFiles.File(1, 16, 1, 16_000, []) },
        { "is compressed (format 85)", WavFiles.File(85, 16, 1, 16_000, [1, 2]) },
        { "claims 0 channels", WavFiles.File(1, 16, 0, 16_000, [1, 2]) },
        { "claims 0 samples a second", WavFiles.File(1, 16, 1, 0, [1, 2]) },
        { "samples of 0 bytes", WavFiles.File(1, 0, 1, 16_000, [1, 2]) },
        { "longer than 30 minutes", WavFiles.File(1, 8, 1, 8_000, [1, 2], declared: 2_000_000_000) },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_broken_file_is_refused_with_the_reason(string reason, byte[] content)
    {
        var refused = Assert.Throws<InvalidAudioException>(() => WavReader.Read(new MemoryStream(content)));

        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_streamed_file_of_unknown_length_is_read_to_its_end()
    {
        var samples = WavReader.Read(new MemoryStream(WavFiles.File(1, 16, 1, 16_000, new byte[640], declared: uint.MaxValue)));

        Assert.Equal(320, samples.Length);
    }

    [Fact]
    public void Any_cut_or_changed_file_is_read_or_refused_but_never_worse()
    {
        var whole = WavFiles.Tone(1, 16, 2, 44_100, seconds: 0.05);
        var random = new Random(7);
        var refused = 0;
        for (var i = 0; i < 2_000; i++)
        {
            byte[] bytes = [.. whole.AsSpan(0, random.Next(whole.Length + 1))];
            for (var change = 0; change < 4 && bytes.Length > 0; change++)
            {
                bytes[random.Next(Math.Min(bytes.Length, 60))] = (byte)random.Next(256);
            }

            refused += Record.Exception(() => WavReader.Read(new MemoryStream(bytes))) switch
            {
                null => 0,
                InvalidAudioException => 1,
                var other => throw other,
            };
        }

        Assert.InRange(refused, 1_000, 1_999);
    }

    [Fact]
    public void A_file_that_is_not_there_is_named()
    {
        var refused = Assert.Throws<InvalidAudioException>(() => WavReader.Read("/not/there.wav"));

        Assert.Contains("/not/there.wav", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_written_is_read_again()
    {
        using var recordings = new Recordings();
        var file = recordings.NewFile();
        short[] samples = [.. Enumerable.Range(0, 1_000).Select(i => (short)(i * 31))];

        WavWriter.Write(file, SpeechFormat.SampleRate, samples);

        Assert.Equal(samples, WavReader.Read(file));
    }

    /// <summary>How much of the sound is not a tone of half amplitude.</summary>
    private static double Error(short[] samples, double hertz)
    {
        var (sine, cosine) = (0.0, 0.0);
        var middle = samples.Select((sample, at) => (Value: sample / 32_768.0, Angle: 2 * Math.PI * hertz * at / 16_000)).ToArray()[400..^400];
        foreach (var (value, angle) in middle)
        {
            sine += value * Math.Sin(angle) * 2 / middle.Length;
            cosine += value * Math.Cos(angle) * 2 / middle.Length;
        }

        var rest = middle.Average(at => Math.Pow(at.Value - sine * Math.Sin(at.Angle) - cosine * Math.Cos(at.Angle), 2));
        return Math.Abs(Math.Sqrt(sine * sine + cosine * cosine) - 0.5) + Math.Sqrt(rest);
    }
}
