using Helm.Speech.Audio;
using Helm.Speech.Native;
using Helm.Speech.Sphinx;
using Helm.Speech.Synthesis;

namespace Helm.Speech.Sessions;

/// <summary>One thing that speech needs.</summary>
/// <param name="Remedy">What to do when it is missing; null when it is there.</param>
public sealed record SpeechPart(string Name, bool IsAvailable, string Detail, string? Remedy);

/// <summary>Whether Helm can hear, speak and reach sound devices here; without them everything else works.</summary>
public sealed record SpeechHealth(SpeechPart Hearing, SpeechPart Speaking, SpeechPart Devices)
{
    public IReadOnlyList<SpeechPart> Parts => [Hearing, Speaking, Devices];

    /// <summary>The one command that installs what is missing; null when nothing is.</summary>
    public string? InstallCommand =>
        Hearing.IsAvailable && Speaking.IsAvailable ? null : SpeechPackages.InstallCommand;

    public static SpeechHealth Check(SpeechOptions options) =>
        new(CheckHearing(options), CheckSpeaking(options), CheckDevices());

    private static SpeechPart CheckHearing(SpeechOptions options)
    {
        try
        {
            var model = EnglishModel.Require(options.Hearing.ModelFolder);
            return new SpeechPart("hearing", true, $"PocketSphinx with {Path.GetDirectoryName(model.Dictionary)}", null);
        }
        catch (SpeechUnavailableException missing)
        {
            return new SpeechPart("hearing", false, missing.Message, SpeechPackages.InstallCommand);
        }
    }

    private static SpeechPart CheckSpeaking(SpeechOptions options) => Voice.Find(options.Synthesis) is { } engine
        ? new SpeechPart("speaking", true, $"{engine.Name} at {engine.SampleRate:N0} Hz", null)
        : new SpeechPart("speaking", false, "Neither eSpeak NG nor flite is installed.", SpeechPackages.InstallCommand);

    private static SpeechPart CheckDevices() => AudioDevices.AreAvailable
        ? new SpeechPart("devices", true, "ALSA", null)
        : new SpeechPart(
            "devices",
            false,
            "ALSA is not installed; recordings work, a microphone does not.",
            "apt-get install -y --no-install-recommends libasound2 libasound2-plugins");
}
