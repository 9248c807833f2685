using Helm.Speech.Audio;
using Helm.Speech.Engines;
using Helm.Speech.Native;
using Helm.Speech.Setup;

namespace Helm.Speech.Tests.Setup;

public sealed class SpeechHealthTests
{
    [Fact]
    public async Task A_model_that_is_not_there_is_named_with_its_remedy()
    {
        var health = await SpeechHealth.CheckAsync(
            new SpeechOptions { Hearing = { ModelFolder = "/no/such/model" } }, TestContext.Current.CancellationToken);

        Assert.False(health.CanHear);
        Assert.Equal(["wake", "transcription"], health.Missing.Take(2));
        Assert.Equal(SpeechPackages.InstallCommand, health.Parts[0].Remedy);
        Assert.Equal(SpeechPackages.InstallCommand, health.InstallCommand);
    }

    [Fact]
    public async Task An_ear_without_its_model_says_what_to_do()
    {
        using var engines = Installed.EnginesOf(new SpeechOptions { Hearing = { ModelFolder = "/no/such/model" } });

        var missing = await Assert.ThrowsAsync<SpeechEngineException>(
            () => engines.Transcription.LearnAsync(SmallLanguage.Spoken, TestContext.Current.CancellationToken));

        Assert.Matches("ModelFolder|Install it: apt-get", missing.Message);
        Assert.Throws<SpeechEngineException>(() => engines.Wake.Listen());
    }

    [Fact]
    public void A_library_that_is_not_installed_is_simply_not_found() => Assert.Null(NativeModule.Find("libnosuchengine.so.9"));

    [Fact(Skip = Installed.NoAlsa, SkipUnless = nameof(Installed.Alsa), SkipType = typeof(Installed))]
    public void A_sound_device_that_is_not_there_is_named()
    {
        var refused = Assert.Throws<AudioDeviceException>(() =>
            AudioDevices.OpenMicrophone(new AudioDeviceOptions { Microphone = "helm_no_such_device" }));

        Assert.Contains("\"helm_no_such_device\" cannot be opened for listening", refused.Message, StringComparison.Ordinal);
    }
}
