using Helm.Speech.Audio;
using Helm.Speech.Engines;
using Helm.Speech.Transcription;
using Helm.Speech.Wake;

namespace Helm.Speech.Hearing;

/// <summary>Hears commands in recordings, one after the other, as a microphone would have heard them.</summary>
public sealed class Ear : IDisposable
{
    private static readonly TimeSpan NoEnd = TimeSpan.FromDays(1);

    private readonly HearingOptions _options;
    private readonly IWakeListener _wake;
    private readonly Listener _listener;

    /// <exception cref="SpeechEngineException">An engine or its model is missing; the message says what to do.</exception>
    public Ear(IWakeEngine wake, ITranscriptionEngine transcription, HearingOptions options)
    {
        _options = options;
        _wake = wake.Listen();
        _listener = new Listener(_wake, transcription, options);
    }

    /// <summary>Hears a recording; a bad one is an error in the result.</summary>
    public HearResult Hear(string wavFile, bool requireWake = true)
    {
        try
        {
            return Hear(WavReader.Read(wavFile), wavFile, requireWake);
        }
        catch (InvalidAudioException bad)
        {
            return new HearResult(wavFile) { Error = bad.Message };
        }
    }

    /// <summary>Hears 16 kHz mono sound.</summary>
    public HearResult Hear(short[] samples, string name, bool requireWake)
    {
        _listener.Reset(Endpointer.FloorOf(samples));
        var recording = new Recording(_listener, name);
        if (requireWake)
        {
            _wake.Tune(samples);
            return recording.Listen(samples);
        }

        if (SpeechFormat.DurationOf(samples.Length) > _options.LongestSentence)
        {
            _listener.Open(NoEnd);
            return recording.Listen(samples);
        }

        return recording.Whole(samples);
    }

    /// <summary>Takes 20 ms from a microphone.</summary>
    public HearingEvent? Push(ReadOnlySpan<short> frame) => _listener.Push(frame);

    /// <summary>Listens without the wake phrase for a while: after a question, or while a button is held.</summary>
    public void Open(TimeSpan duration) => _listener.Open(duration);

    /// <summary>Forgets what is half heard.</summary>
    public void Reset() => _listener.Reset();

    public void Dispose() => _wake.Dispose();
}
