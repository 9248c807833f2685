using System.Collections.Concurrent;
using Helm.Speech.Engines;
using Helm.Speech.Hearing;
using Helm.Speech.Setup;
using Helm.Speech.Transcription;

namespace Helm.Speech.Sessions;

/// <summary>One spoken conversation, from the wake phrase to the answer and on to the next sentence.</summary>
/// <param name="answer">Gets a transcript that was accepted, or one to ask about; null when it was not for Helm.</param>
/// <param name="watch">Told of everything, in order; the words so far may come from another thread.</param>
/// <param name="claim">Whether this door may answer a wake, by its sound: of several that hear the same one, one does.</param>
public sealed class VoiceSession(
    SpeechEngines engines,
    SpeechOptions options,
    Func<Transcript, CancellationToken, Task<SpokenAnswer?>> answer,
    Action<VoiceEvent> watch,
    Func<short[], bool>? claim = null)
{
    private readonly ConcurrentQueue<bool> _button = new();
    private readonly ConcurrentQueue<string> _announcements = new();
    private Pace? _pace;

    /// <summary>The button is held: Helm listens, whatever it was doing.</summary>
    public void Press() => _button.Enqueue(true);

    /// <summary>The button is let go: what was said is the sentence.</summary>
    public void Release() => _button.Enqueue(false);

    /// <summary>Says something of Helm's own accord, once nobody speaks.</summary>
    public void Announce(string text) => _announcements.Enqueue(text);

    /// <summary>
    /// Completes when no text, no answer and no speech is being made. Whoever waits for it before each frame hears the same
    /// conversation on a quick machine and on a slow one, however much faster than real the frames come.
    /// </summary>
    internal Task SettledAsync() => _pace?.SettledAsync() ?? Task.CompletedTask;

    /// <summary>Runs until the microphone ends or the session is cancelled. Once.</summary>
    /// <exception cref="SpeechEngineException">No engine can listen; the message says what to do.</exception>
    public async Task RunAsync(IVoiceDoor door, CancellationToken cancellation = default)
    {
        using var mouth = new Mouth(engines.Synthesis, door);
        using var ownVoice = new OwnVoice(engines, options.Hearing, mouth);
        using var turn = new Turn(answer);
        using var listener = new Listener(
            engines.Wake, engines.Transcription, options.Hearing, words => watch(new VoiceEvent.Partial(words)));
        var talk = new Conversation(listener, mouth, ownVoice, turn, options, watch, claim);

        _pace = new Pace(listener, mouth, ownVoice, turn);
        await foreach (var heard in door.FramesAsync(cancellation))
        {
            mouth.Tick();                           // 20 ms of what Helm says, if it says anything
            var frame = ownVoice.Remove(heard);     // what Helm says does not reach Helm's ear
            talk.TakeButton(_button);               // push-to-talk goes before everything
            talk.TakeSound(frame);                  // the wake phrase; the end of a sentence; the end of patience
            talk.TakeInterjection(frame);           // "stop", while Helm speaks
            talk.TakeText();                        // what the sentence was
            talk.TakeAnswer();                      // what Helm says to it
            talk.TakeSilence(_announcements);       // Helm has spoken, or nobody speaks
        }
    }
}
