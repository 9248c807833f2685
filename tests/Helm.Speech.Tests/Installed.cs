using Helm.Speech.Audio;
using Helm.Speech.Hearing;
using Helm.Speech.Setup;
using Helm.Speech.Synthesis;

namespace Helm.Speech.Tests;

/// <summary>What this machine has; tests of what is missing are skipped and say so.</summary>
public static class Installed
{
    public const string NoEngines = "PocketSphinx, its English model or flite is not installed";
    public const string NoFestival = "festival's slt-hts voice is not installed";
    public const string NoSox = "sox is not installed";
    public const string NoVoice = "eSpeak NG is not installed";
    public const string NoFlite = "flite is not installed";
    public const string NoAlsa = "the speech engines or ALSA's file plugin are not installed";

    public static bool Flite => OnPath("flite");

    public static bool Engines => Flite && Health.CanHear;

    public static bool Festival => Engines && OnPath("text2wave") && Directory.Exists("/usr/share/festival/voices/us/cmu_us_slt_arctic_hts");

    public static bool Sox => Engines && OnPath("sox");

    public static bool Voice => Health.Parts.Any(part => part is { Name: EspeakSynthesizer.EngineName, IsAvailable: true });

    private static SpeechHealth Health { get; } = SpeechHealth.CheckAsync(new SpeechOptions()).GetAwaiter().GetResult();

    public static bool Alsa => Engines && Voice && AudioDevices.AreAvailable && File.Exists("/usr/share/alsa/alsa.conf");

    /// <summary>Engines that have learned the small language.</summary>
    public static async Task<SpeechEngines> EnginesAsync(SpeechOptions? options = null)
    {
        var engines = EnginesOf(options ?? new SpeechOptions());
        await engines.Transcription.LearnAsync(SmallLanguage.Spoken, TestContext.Current.CancellationToken);
        return engines;
    }

    /// <summary>
    /// Helm speaks by a voice of eSpeak NG without flutter: that of its usual voice goes on from one utterance to the next through
    /// the whole process, and what Helm says would sound a little different with every order of the tests.
    /// </summary>
    public static SpeechOptions WithSteadyVoice(string synthesis = EspeakSynthesizer.EngineName) => new() { Synthesis = { Engines = synthesis, Voice = "en-us+Denis" } };

    public static Ear EarOf(SpeechEngines engines) => new(engines.Wake, engines.Transcription, new HearingOptions());

    public static SpeechEngines EnginesOf(SpeechOptions options) => new(options, TimeProvider.System, _ => { });

    public static ISynthesizer UsualVoice() => VoiceOf(new SynthesisOptions());

    public static ISynthesizer VoiceOf(SynthesisOptions options) => EnginesOf(new SpeechOptions { Synthesis = options }).Synthesis;

    private static bool OnPath(string program) =>
        Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(folder => File.Exists(Path.Combine(folder, program)));
}
