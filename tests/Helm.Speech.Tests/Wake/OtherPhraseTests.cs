using Helm.Speech.Hearing;
using Helm.Speech.Setup;

namespace Helm.Speech.Tests.Wake;

/// <summary>Helm wakes at the phrase that is configured, and not at another.</summary>
public sealed class OtherPhraseTests
{
    [Theory(Skip = Installed.NoEngines, SkipUnless = nameof(Installed.Engines), SkipType = typeof(Installed))]
    [InlineData("computer", "hey helm")]
    [InlineData("ok helm", "hey there")]
    public async Task A_command_in_the_same_breath_is_understood_in_every_voice_and_another_phrase_wakes_nothing(string phrase, string other)
    {
        using var recordings = new Recordings();
        var options = new SpeechOptions { Hearing = { Wake = { Phrase = phrase } } };
        using var engines = await Installed.EnginesAsync(options);
        using var ear = new Ear(engines.Wake, engines.Transcription, options.Hearing);

        var heard = (from voice in Recordings.Voices
                     from command in (string[])["status of production", "show me the dashboard"]
                     select ear.Hear(recordings.Of(voice, $"{phrase}, {command}"))).ToList();
        var woken = Recordings.Voices.Count(voice => ear.Hear(recordings.Of(voice, $"{other}, status of production")).Woke);

        Assert.True(heard.Count(one => one is { Woke: true, Accepted: true }) >= heard.Count - 1, string.Join(" | ", heard.Select(one => $"{one.Woke} {one.Text}")));
        Assert.All(heard.Where(one => one.Accepted), one => Assert.DoesNotContain(phrase, one.Text, StringComparison.Ordinal));
        Assert.Equal(0, woken);
    }
}
