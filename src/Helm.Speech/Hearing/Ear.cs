using Helm.Speech.Audio;
using Helm.Speech.Engines;
using Helm.Speech.Transcription;
using Helm.Speech.Wake;

namespace Helm.Speech.Hearing;

/// <summary>Hears commands in recordings, one after the other, as a microphone would have heard them.</summary>
/// <exception cref="SpeechEngineException">An engine or its model is missing; the message says what to do.</exception>
public sealed class Ear(IWakeEngine wake, ITranscriptionEngine transcription, HearingOptions options) : IDisposable
{
    private static readonly TimeSpan NoEnd = TimeSpan.FromDays(1);

    private readonly Listener _listener = new(wake, transcription, options, partial: null);

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
            _listener.Tune(samples);
            return recording.Listen(samples);
        }

        if (SpeechFormat.DurationOf(samples.Length) > options.LongestSentence)
        {
            _listener.Open(NoEnd);
            return recording.Listen(samples);
        }

        return recording.Whole(samples);
    }

    public void Dispose() => _listener.Dispose();
}
