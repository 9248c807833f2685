using Helm.Speech.Audio;
using Helm.Speech.Hearing;
using Helm.Speech.Native;
using Helm.Speech.Sessions;
using Helm.Speech.Sphinx;

namespace Helm.Speech.Tests.Sessions;

public sealed class SpeechHealthTests
{
    [Fact]
    public void A_model_that_is_not_there_is_named_with_its_remedy()
    {
        var health = SpeechHealth.Check(new SpeechOptions { Hearing = { ModelFolder = "/no/such/model" } });

        Assert.False(health.Hearing.IsAvailable);
        Assert.Equal(SpeechPackages.InstallCommand, health.Hearing.Remedy);
        Assert.Equal(SpeechPackages.InstallCommand, health.InstallCommand);
    }

    [Fact]
    public async Task An_ear_without_its_model_says_what_to_do()
    {
        var missing = await Assert.ThrowsAsync<SpeechUnavailableException>(() => Ear.CreateAsync(
            new HearingOptions { ModelFolder = "/no/such/model" }, SmallLanguage.Spoken, TestContext.Current.CancellationToken));

        Assert.Matches("ModelFolder|Install it: apt-get", missing.Message);
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
