using Helm.Speech.Audio;
using Helm.Speech.Hearing;
using Helm.Speech.Sessions;
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

    public static bool Engines => Flite && SpeechHealth.Check(new SpeechOptions()).Hearing.IsAvailable;

    public static bool Festival => Engines && OnPath("text2wave") && Directory.Exists("/usr/share/festival/voices/us/cmu_us_slt_arctic_hts");

    public static bool Sox => Engines && OnPath("sox");

    public static bool Voice => EspeakSynthesizer.Find(new SynthesisOptions()) is not null;

    public static bool Alsa => Engines && Voice && AudioDevices.AreAvailable && File.Exists("/usr/share/alsa/alsa.conf");

    public static Task<Ear> EarAsync() => Ear.CreateAsync(new HearingOptions(), SmallLanguage.Spoken, TestContext.Current.CancellationToken);

    private static bool OnPath(string program) =>
        Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(folder => File.Exists(Path.Combine(folder, program)));
}
