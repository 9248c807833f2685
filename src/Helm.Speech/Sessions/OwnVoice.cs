using Helm.Speech.Audio;
using Helm.Speech.Hearing;
using Helm.Speech.Setup;
using Helm.Speech.Transcription;
using Helm.Speech.Wake;

namespace Helm.Speech.Sessions;

/// <summary>
/// Keeps Helm from hearing itself, whichever engine speaks. What was played is subtracted from what is heard; what is
/// left is not believed when it is like what was played, or when the wake phrase was in what was played.
/// </summary>
internal sealed class OwnVoice(SpeechEngines engines, HearingOptions options, Mouth mouth) : IDisposable
{
    public const string Why = "Helm's own voice";

    // How long after a sound was played its echo may come: buffers of browsers and of radio loudspeakers.
    private static readonly TimeSpan LatestEcho = TimeSpan.FromSeconds(0.8);

    // The first words tell whose voice it is.
    private static readonly int Compared = SpeechFormat.Samples(TimeSpan.FromSeconds(1.2));

    private static readonly int StopWord = SpeechFormat.Samples(TimeSpan.FromSeconds(0.5));

    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(16);

    private static readonly TimeSpan LongestInterjection = TimeSpan.FromSeconds(2.4);

    // Less than this share left: nobody but Helm spoke.
    private const double OnlyEcho = 0.3;

    private readonly RingBuffer _heard = new(SpeechFormat.Samples(Remembered));
    private readonly RingBuffer _left = new(SpeechFormat.Samples(Remembered));
    private readonly IWakeListener _played = engines.Wake.Listen();
    private readonly Listener _interjections = new(null, engines.Transcription, Short(options), partial: null);
    private readonly EchoCanceller _canceller = new();
    private long _now;

    // When the wake phrase (as nothing) and each word that stops Helm was last played.
    private readonly Dictionary<string, long> _saidAt = [];

    private bool _isOnlyEcho;
    private Sentence? _interjection;

    /// <summary>Completes when the text of an interjection is there.</summary>
    public Task Settled => _interjections.Settled;

    /// <summary>Takes what Helm says out of a frame; to be called after each tick of the mouth.</summary>
    public short[] Remove(short[] frame)
    {
        _now += frame.Length;
        _isOnlyEcho = false;
        var rest = mouth.WasHeard(LatestEcho + LatestEcho) ? Subtracted(frame) : frame;
        _heard.Write(frame);
        _left.Write(rest);
        return rest;
    }

    private short[] Subtracted(short[] frame)
    {
        if (_played.PushWhileSpeaking(mouth.LastFrame) is { } hit)
        {
            _saidAt[hit.Stop ?? ""] = _now;
        }

        var rest = _canceller.Remove(frame, mouth.LastFrame);
        _isOnlyEcho = Loudness.Energy(rest) < OnlyEcho * Loudness.Energy(frame);
        return rest;
    }

    /// <summary>Helm begins to speak.</summary>
    public void Begin()
    {
        _interjection = null;
        _interjections.Sleep();
        _interjections.Open(TimeSpan.FromHours(1));
    }

    /// <summary>The wake phrase that was just heard was Helm's own.</summary>
    public bool SaidPhrase() => WasPlayed("") || Said(Compared, Compared);

    /// <summary>The words that were just heard and stop Helm were Helm's own.</summary>
    public bool SaidStop(HearingEvent.Stopped stopped)
    {
        var since = SpeechFormat.Samples(stopped.Since);
        return WasPlayed(stopped.Words) || Said(since, Math.Min(since, StopWord));
    }

    /// <summary>The sentence is what Helm said a moment before.</summary>
    /// <param name="listener">Who heard it, to the present frame.</param>
    public bool Said(Sentence sentence, Listener listener) =>
        Said(listener.Now - sentence.Began, Math.Min(Compared, sentence.Samples.Length));

    /// <summary>What a person said in between to stop Helm, once it is understood.</summary>
    public string? Interjection(short[] frame)
    {
        if (_interjections.Push(_isOnlyEcho ? Silence : frame) is HearingEvent.Ended ended
            && SpeechFormat.DurationOf(ended.Sentence.Samples.Length) < LongestInterjection)
        {
            _interjection = ended.Sentence;
        }

        if (_interjection is not { Transcript.IsCompleted: true } sentence)
        {
            return null;
        }

        _interjection = null;
        return sentence.Transcript is { IsCompletedSuccessfully: true, Result: { Verdict: Verdict.Accepted, Distance: 0 } heard }
            && Stopping.Means(heard.Words)
            && !Said(sentence, _interjections)
                ? heard.Words
                : null;
    }

    public void Dispose()
    {
        _played.Dispose();
        _interjections.Dispose();
    }

    private bool WasPlayed(string words) => _saidAt.TryGetValue(words, out var at) && _now - at < SpeechFormat.Samples(LatestEcho + LatestEcho);

    private static short[] Silence { get; } = new short[SpeechFormat.FrameSamples];

    private static HearingOptions Short(HearingOptions options) => new()
    {
        Wake = options.Wake,
        Agreement = options.Agreement,
        EndSilence = options.EndSilence,
        LongestSentence = LongestInterjection,
    };

    /// <summary>
    /// What the microphone heard is like what was played, and nobody else spoke: little is left of it, or what is left is
    /// like it too, because the subtraction has not learned the room yet.
    /// </summary>
    private bool Said(long startAgo, int length)
    {
        var endAgo = startAgo - length;
        var played = mouth.Played(startAgo + SpeechFormat.Samples(LatestEcho), endAgo);
        var heard = _heard.Between(startAgo, endAgo);
        var left = _left.Between(startAgo, endAgo);
        return EchoGate.IsOwn(heard, played) && (Loudness.Energy(left) < OnlyEcho * Loudness.Energy(heard) || EchoGate.IsOwn(left, played));
    }
}
