using Helm.Conversation.Intents;
using Helm.Speech.Audio;
using Helm.Speech.Sphinx;
using Helm.Speech.Transcription;
using Helm.Speech.Wake;

namespace Helm.Speech.Hearing;

/// <summary>Hears commands: in recordings one after the other, or frame by frame from a microphone. One caller at a time.</summary>
public sealed class Ear : IDisposable
{
    private static readonly TimeSpan NoEnd = TimeSpan.FromDays(1);

    private readonly Lock _swapping = new();
    private readonly EnglishModel _model;
    private readonly Lexicon _lexicon;
    private readonly HearingOptions _options;
    private readonly WakeDetector _wake;
    private readonly Listener _listener;
    private Transcriber _transcriber;

    private Ear(EnglishModel model, SpokenLanguage language, HearingOptions options)
    {
        (_model, _options) = (model, options);
        _lexicon = new Lexicon(model, options.LexiconFile, new LetterToSound());
        _transcriber = new Transcriber(model, _lexicon, language, options.Agreement);
        _wake = new WakeDetector(model, _lexicon, options.Wake);
        _listener = new Listener(_wake, Transcribe, options);
        ReturnMemory();
    }

    /// <summary>Names and phrases that cannot be said aloud, with the reason.</summary>
    public IReadOnlyList<LeftOut> LeftOut => _transcriber.LeftOut;

    /// <exception cref="SpeechUnavailableException">An engine or its model is missing; the message says what to do.</exception>
    public static Task<Ear> CreateAsync(
        HearingOptions options, SpokenLanguage language, CancellationToken cancellation = default) =>
        Task.Run(() => new Ear(EnglishModel.Require(options.ModelFolder), language, options), cancellation);

    /// <summary>Learns other names and phrases; until that is done the old ones are heard.</summary>
    public async Task LearnAsync(SpokenLanguage language, CancellationToken cancellation = default)
    {
        var next = await Task.Run(() => new Transcriber(_model, _lexicon, language, _options.Agreement), cancellation);
        lock (_swapping)
        {
            (_transcriber, next) = (next, _transcriber);
        }

        next.Dispose();
        ReturnMemory();
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

    public void Dispose()
    {
        lock (_swapping)
        {
            _transcriber.Dispose();
        }

        _wake.Dispose();
    }

    /// <summary>Writing a language model leaves a hundred megabytes that are not needed again for hours.</summary>
    private static void ReturnMemory() =>
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);

    private Transcript Transcribe(short[] samples)
    {
        lock (_swapping)
        {
            return _transcriber.Transcribe(samples);
        }
    }
}
