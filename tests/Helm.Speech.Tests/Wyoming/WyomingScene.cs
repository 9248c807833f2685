using Helm.Speech.Engines;
using Helm.Speech.Synthesis;
using Helm.Speech.Tests.Engines;
using Helm.Speech.Transcription;
using Helm.Speech.Wake;
using Helm.Speech.Wyoming;

namespace Helm.Speech.Tests.Wyoming;

/// <summary>Helm's engines with a practice server to ask.</summary>
internal static class WyomingScene
{
    public static async Task<ITranscriptionEngine> EarAsync(PracticeWyoming server, double patience = 60)
    {
        var engine = new WyomingTranscription(server.Talk("asr", patience: patience), new OpenLanguageFactory(new OpenThresholds(new AgreementOptions(), 0, 0), WakePhrase.Of("hey helm")));
        await engine.LearnAsync(SmallLanguage.Spoken, TestContext.Current.CancellationToken);
        return engine;
    }

    public static ISynthesizer Voice(PracticeWyoming server, string? name = null) => new WyomingSynthesizer(server.Talk("tts", name), new SynthesisOptions());

    /// <summary>What was heard with another engine to take its place, and why it had to.</summary>
    public static async Task<(Transcript Heard, EngineTrouble Trouble)> HearReplacedAsync(Func<WyomingPeer, Task> exchange, double patience)
    {
        await using var server = new PracticeWyoming(exchange);
        var told = new List<EngineTrouble>();
        using var engine = new FallbackTranscription(new EngineRoster<ITranscriptionEngine>(
            [await EarAsync(server, patience), new CountingTranscriber("local", fails: false)], TimeProvider.System, told.Add));
        return (await PracticeSpeech.HearAsync(engine), Assert.Single(told));
    }
}
