using System.Diagnostics;
using Helm.Speech.Audio;
using Helm.Speech.Sphinx;

namespace Helm.Speech.Wake;

/// <summary>
/// Hears "hey helm" in two stages: an eager spotter that is always on, and a decoder that listens again to what it
/// spotted. The spotter alone would wake two hundred times an hour of talk.
/// </summary>
internal sealed class WakeDetector : IDisposable
{
    // The spotter reports 0.17 s after the phrase; with 0.2 s more, 1.15 s hold the phrase and little else.
    private static readonly int Wait = SpeechFormat.Samples(TimeSpan.FromSeconds(0.2));

    // The mean forgets what is older.
    private static readonly int LongestTuning = SpeechFormat.Samples(TimeSpan.FromSeconds(8));

    private readonly ModelFolder _folder = new();
    private readonly SphinxDecoder _spotter;
    private readonly SphinxDecoder _judge;
    private int _untilJudged;

    /// <summary>What the second stage listens to, and the command after it is heard with.</summary>
    public static int Window { get; } = SpeechFormat.Samples(TimeSpan.FromSeconds(1.15));

    public WakeDetector(EnglishModel model, Lexicon lexicon, WakeOptions options)
    {
        _spotter = SphinxDecoder.Create(
            "-hmm", model.Acoustic,
            "-dict", _folder.WriteDictionary("phrase.dict", WakeVocabulary.OnlyPhrase()),
            "-keyphrase", WakeVocabulary.Phrase,
            "-kws_threshold", "1e-60", "-beam", "1e-80", "-pbeam", "1e-80");
        var words = WakeVocabulary.WithDecoys(model, lexicon);
        _judge = SphinxDecoder.Create(
            "-hmm", model.Acoustic,
            "-dict", _folder.WriteDictionary("decoys.dict", words),
            "-lm", _folder.Write("decoys.arpa", WakeVocabulary.Unigrams(words.Keys, options.Prior)));
        _spotter.Start();
    }

    /// <summary>From the end of the phrase to the last wake, computing included.</summary>
    public TimeSpan Delay { get; private set; }

    /// <summary>Takes the next frame; true when the phrase was just said.</summary>
    /// <param name="frame">Already written to <paramref name="recent"/>.</param>
    public bool Push(ReadOnlySpan<short> frame, RingBuffer recent)
    {
        _spotter.Process(frame);
        if (_spotter.Hypothesis() is not null)
        {
            Restart();
            _untilJudged = _untilJudged > 0 ? _untilJudged : Wait;
            return false;
        }

        if (_untilJudged <= 0)
        {
            return false;
        }

        _untilJudged -= frame.Length;
        return _untilJudged <= 0 && IsPhrase(recent.Last(Window));
    }

    /// <summary>
    /// Learns how a recording sounds before it is heard: the spotter's cepstral mean follows what it heard before,
    /// and a recording must not depend on the one before it.
    /// </summary>
    public void Tune(ReadOnlySpan<short> samples)
    {
        _spotter.Process(samples[..Math.Min(samples.Length, LongestTuning)]);
        Reset();
    }

    /// <summary>Forgets what is half heard.</summary>
    public void Reset()
    {
        _untilJudged = 0;
        Restart();
    }

    public void Dispose()
    {
        _spotter.Dispose();
        _judge.Dispose();
        _folder.Dispose();
    }

    // Otherwise the same hit would be reported with every frame.
    private void Restart()
    {
        _spotter.End();
        _spotter.Start();
    }

    private bool IsPhrase(ReadOnlySpan<short> samples)
    {
        var clock = Stopwatch.StartNew();
        _judge.Decode(samples);
        if (_judge.EndOf(WakeVocabulary.Phrase) is not { } end)
        {
            return false;
        }

        Delay = SpeechFormat.DurationOf(samples.Length) - end + clock.Elapsed;
        return true;
    }
}
