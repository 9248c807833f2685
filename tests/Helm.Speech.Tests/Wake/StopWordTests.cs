using Helm.Speech.Audio;
using Helm.Speech.Setup;

namespace Helm.Speech.Tests.Wake;

/// <summary>What stops Helm without the wake phrase is said alone.</summary>
public sealed class StopWordTests : IDisposable
{
    private readonly Recordings _recordings = new();
    private readonly SpeechEngines _engines = Installed.EnginesOf(new());

    public void Dispose()
    {
        _engines.Dispose();
        _recordings.Dispose();
    }

    [Fact(Skip = Installed.NoEngines, SkipUnless = nameof(Installed.Engines), SkipType = typeof(Installed))]
    public void Alone_it_nearly_always_stops_Helm()
    {
        string[] words = ["stop", "cancel", "never mind", "stop talking"];

        var stopped = words.SelectMany(said => Recordings.Voices.Select(voice => Stopped(voice, said))).Count(heard => heard is not null);

        Assert.InRange(stopped, 10, 12);
    }

    [Theory(Skip = Installed.NoEngines, SkipUnless = nameof(Installed.Engines), SkipType = typeof(Installed))]
    [InlineData("the bus driver did not stop for me")]
    [InlineData("you have to stop for every old lady")]
    [InlineData("we had to cancel our holiday in france")]
    [InlineData("i would never mind the noise of the sea")]
    public void Within_what_people_say_to_one_another_it_does_not(string talk) =>
        Assert.All(Recordings.Voices, voice => Assert.Null(Stopped(voice, talk)));

    private string? Stopped(string voice, string words)
    {
        using var listener = _engines.Wake.Listen();
        var random = new Random(4);
        short[] Room() => [.. Enumerable.Range(0, SpeechFormat.SampleRate).Select(_ => (short)random.Next(-5, 6))];
        short[] samples = [.. Room(), .. WavReader.Read(_recordings.Of(voice, words)), .. Room()];
        return Enumerable.Range(0, samples.Length / SpeechFormat.FrameSamples)
            .Select(frame => listener.PushWhileSpeaking(samples.AsSpan(frame * SpeechFormat.FrameSamples, SpeechFormat.FrameSamples))?.Stop)
            .OfType<string>().FirstOrDefault();
    }
}
