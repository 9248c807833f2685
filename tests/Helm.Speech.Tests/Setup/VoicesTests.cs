using Helm.Speech.Engines;
using Helm.Speech.Setup;

namespace Helm.Speech.Tests.Setup;

public sealed class VoicesTests
{
    [Fact(Skip = Installed.NoVoice, SkipUnless = nameof(Installed.Voice), SkipType = typeof(Installed))]
    public async Task Voices_of_an_engine_that_does_not_answer_are_left_out_and_it_is_told_why()
    {
        var told = new List<EngineTrouble>();
        // Nothing listens on port 1 of loopback.
        var options = new SpeechOptions { Synthesis = { Engines = "wyoming, espeak-ng" }, Wyoming = { Synthesis = { Address = "127.0.0.1:1" } } };
        using var engines = new SpeechEngines(options, TimeProvider.System, told.Add);

        var voices = await engines.VoicesAsync(TestContext.Current.CancellationToken);

        Assert.Contains("No Wyoming server answers at 127.0.0.1:1", Assert.Single(told).Reason, StringComparison.Ordinal);
        Assert.Equal(("espeak-ng", "en-us"), Assert.Single(voices.Where(voice => voice.InUse).Select(voice => (voice.Engine, voice.Name))));
    }
}
