using Helm.Speech.Audio;
using Helm.Speech.Native;

namespace Helm.Speech.Setup;

/// <summary>One thing that speech needs: an engine of a stage, or the sound devices.</summary>
/// <param name="Remedy">What to do when it is missing; null when it is there.</param>
public sealed record SpeechPart(string Stage, string Name, bool IsAvailable, string Detail, string? Remedy);

/// <summary>Whether Helm can hear, speak and reach sound devices here; without them everything else works.</summary>
public sealed record SpeechHealth(IReadOnlyList<SpeechPart> Parts)
{
    public bool CanHear => Works("wake") && Works("transcription");

    public bool CanSpeak => Works("synthesis");

    /// <summary>The stages that no configured engine can do.</summary>
    public IReadOnlyList<string> Missing => [.. Parts.Select(part => part.Stage).Distinct().Where(stage => !Works(stage))];

    /// <summary>The one command that installs what is missing; null when nothing is.</summary>
    public string? InstallCommand => CanHear && CanSpeak ? null : SpeechPackages.InstallCommand;

    public static async Task<SpeechHealth> CheckAsync(SpeechOptions options, CancellationToken cancellation = default)
    {
        using var engines = new SpeechEngines(options, TimeProvider.System, _ => { });
        return await CheckAsync(engines, cancellation);
    }

    public static async Task<SpeechHealth> CheckAsync(SpeechEngines engines, CancellationToken cancellation) =>
        new([.. await engines.CheckAsync(cancellation), Devices()]);

    private bool Works(string stage) => Parts.Any(part => part.Stage == stage && part.IsAvailable);

    private static SpeechPart Devices() => AudioDevices.AreAvailable
        ? new SpeechPart("devices", "alsa", true, "ALSA", null)
        : new SpeechPart(
            "devices",
            "alsa",
            false,
            "ALSA is not installed; recordings work, a microphone does not.",
            "apt-get install -y --no-install-recommends libasound2 libasound2-plugins");
}
