using Helm.Speech.Audio;
using Helm.Speech.Wake;

namespace Helm.Speech.Tests.Wake;

/// <summary>What one listener heard is nothing to the next, and long silence is nothing to either.</summary>
public sealed class WakeListenerTests : IDisposable
{
    private readonly Recordings _recordings = new();

    public void Dispose() => _recordings.Dispose();

    [Fact(Skip = Installed.NoEngines, SkipUnless = nameof(Installed.Engines), SkipType = typeof(Installed))]
    public void Whoever_listens_after_another_hears_exactly_what_the_first_one_heard()
    {
        using var engines = Installed.EnginesOf(new());
        short[] talk = [.. Recordings.Voices.SelectMany(voice => Said(voice, "hey helm, status of production. the helm of the hey ham"))];
        var first = Wakes(engines.Wake, talk);

        // Somebody shouts into a bad microphone; what it heard of that is kept for reuse.
        Wakes(engines.Wake, [.. Said("awb", "please pass the butter").Select((sample, i) => (short)Math.Clamp(20 * sample + 9_000 * Math.Sin(i * 0.02), -32_000, 32_000))]);

        Assert.NotEmpty(first);
        Assert.Equal(first, Wakes(engines.Wake, talk));
    }

    [Theory(Skip = Installed.NoEngines, SkipUnless = nameof(Installed.Engines), SkipType = typeof(Installed))]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(12)]
    [InlineData(60)]
    public void After_minutes_of_silence_the_first_words_wake_it_whether_or_not_Helm_spoke_meanwhile(int noise)
    {
        using var engines = Installed.EnginesOf(new());
        var random = new Random(4);
        short[] Silence(double seconds) => [.. Enumerable.Range(0, (int)(seconds * SpeechFormat.SampleRate)).Select(_ => (short)random.Next(-noise, noise + 1))];

        short[] Phrase(string voice) => [.. Said(voice, "hey helm").Zip(Silence(5), (word, room) => (short)(word + room))];

        Assert.All(Recordings.Voices, voice =>
        {
            using var listener = engines.Wake.Listen();
            Assert.Empty(Wakes(listener, Silence(150)));
            Assert.NotEmpty(Wakes(listener, [.. Phrase(voice), .. Silence(1)]));
            Assert.Empty(Wakes(listener, Silence(60)));
            // As when Helm has announced something.
            listener.Reset();
            Assert.NotEmpty(Wakes(listener, [.. Silence(20), .. Phrase(voice), .. Silence(1)]));
        });
    }

    private short[] Said(string voice, string words) => WavReader.Read(_recordings.Of(voice, words));

    private static List<int> Wakes(IWakeEngine engine, short[] samples)
    {
        using var listener = engine.Listen();
        return Wakes(listener, samples);
    }

    /// <summary>At which frames.</summary>
    private static List<int> Wakes(IWakeListener listener, short[] samples) =>
    [
        .. Enumerable.Range(0, samples.Length / SpeechFormat.FrameSamples)
            .Where(frame => listener.Push(samples.AsSpan(frame * SpeechFormat.FrameSamples, SpeechFormat.FrameSamples)) is not null),
    ];
}
