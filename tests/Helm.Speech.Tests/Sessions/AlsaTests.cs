using Helm.Speech.Audio;

namespace Helm.Speech.Tests.Sessions;

/// <summary>The spoken loop through ALSA: its file plugin is the microphone and the loudspeaker.</summary>
public sealed class AlsaTests(Scene scene) : IClassFixture<Scene>
{
    [Fact(Skip = Installed.NoAlsa, SkipUnless = nameof(Installed.Alsa), SkipType = typeof(Installed))]
    public async Task A_question_at_the_microphone_is_answered_through_the_loudspeaker()
    {
        var watcher = new Room();

        var spoken = await scene.TalkByAlsaAsync(
            watcher, scene.Recording("hey helm, status of production"), _ => "Production is healthy. All twelve resources are fine.");

        Assert.Contains("heard: status of production", watcher.Told);
        Assert.InRange(SpeechFormat.DurationOf(WavReader.Read(spoken).Length).TotalSeconds, 2, 8);
    }

    [Fact(Skip = Installed.NoAlsa, SkipUnless = nameof(Installed.Alsa), SkipType = typeof(Installed))]
    public async Task An_answer_that_fails_does_not_end_the_conversation()
    {
        var watcher = new Room();

        await scene.TalkByAlsaAsync(
            watcher, scene.Recording("hey helm, status of staging"), _ => throw new InvalidOperationException("no host"));

        Assert.Contains("failed: no host", watcher.Told);
        Assert.Equal("idle", watcher.Told.Last());
    }
}
