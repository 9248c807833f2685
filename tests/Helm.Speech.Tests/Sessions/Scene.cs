using Helm.Conversation.Intents;
using Helm.Speech.Audio;
using Helm.Speech.Sessions;
using Helm.Speech.Setup;
using Helm.Speech.Transcription;

namespace Helm.Speech.Tests.Sessions;

/// <summary>Engines, recordings and answers for conversations in rooms.</summary>
public sealed class Scene : IAsyncLifetime
{
    private readonly Recordings _recordings = new();
    private SpeechEngines _engines = null!;

    internal SpeechOptions Options { get; } = Installed.WithSteadyVoice();

    /// <summary>What Helm was asked.</summary>
    internal List<string> Heard { get; } = [];

    public async ValueTask InitializeAsync() => _engines = Installed.Engines ? await Installed.EnginesAsync(Options) : null!;

    internal Task LearnAsync(SpokenLanguage language) => _engines.Transcription.LearnAsync(language, TestContext.Current.CancellationToken);

    internal short[] Said(string words, string voice = "rms") => WavReader.Read(_recordings.Of(voice, words));

    internal string Recording(string words) => _recordings.Of("slt", words);

    internal async Task TalkAsync(Room room, Func<string, string?> answer) => await RunAsync(Session(room, answer), room);

    internal async Task TalkAsync(Room room, Func<string, string?> answer, Func<short[], bool> claim) =>
        await RunAsync(new VoiceSession(_engines, Options, Answering(answer), room.Watch, claim), room);

    internal async Task TalkInVoiceAsync(string synthesis, Room room, Func<string, string?> answer)
    {
        using var engines = await Installed.EnginesAsync(Installed.WithSteadyVoice(synthesis));
        await RunAsync(new VoiceSession(engines, Options, Answering(answer), room.Watch), room);
    }

    internal static Task RunAsync(VoiceSession session, Room room)
    {
        room.Settled = session.SettledAsync;
        return RunAsync(session, (IVoiceDoor)room);
    }

    internal static Task RunAsync(VoiceSession session, IVoiceDoor door) => session.RunAsync(door, TestContext.Current.CancellationToken);

    /// <summary>An answer that ends in a question mark is a question; in "!?", one for words.</summary>
    internal VoiceSession Session(Room room, Func<string, string?> answer) => new(_engines, Options, Answering(answer), room.Watch);

    internal VoiceSession Session(Func<string, string?> answer, Action<VoiceEvent> watch) => new(_engines, Options, Answering(answer), watch);

    internal Task<string> TalkByAlsaAsync(Room watcher, string recording, Func<string, string?> answer) =>
        new AlsaRoom(_recordings, recording).TalkAsync(
            Session(watcher, answer), () => watcher.Told.Count > 3 && watcher.IsIdle);

    public ValueTask DisposeAsync()
    {
        _engines?.Dispose();
        _recordings.Dispose();
        return ValueTask.CompletedTask;
    }

    private Func<Transcript, CancellationToken, Task<SpokenAnswer?>> Answering(Func<string, string?> answer) => (transcript, _) =>
    {
        Heard.Add(transcript.Words);
        return Task.FromResult(answer(transcript.Words) is { } speech ? new SpokenAnswer(speech, speech.EndsWith('?'), speech.EndsWith("!?", StringComparison.Ordinal)) : null);
    };
}
