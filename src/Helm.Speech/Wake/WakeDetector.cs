using System.Diagnostics;
using Helm.Speech.Audio;
using Helm.Speech.Sphinx;

namespace Helm.Speech.Wake;

/// <summary>
/// Hears the wake phrase in two stages: an eager spotter that is always on, and a decoder that listens again to what it
/// spotted. The spotter alone would wake two hundred times an hour of talk.
/// </summary>
internal sealed class WakeDetector(WakeModel model) : IWakeListener
{
    // The spotter reports 0.17 s after the phrase; 0.2 s more, and the window holds the phrase and little else.
    private static readonly int Wait = SpeechFormat.Samples(TimeSpan.FromSeconds(0.2));

    // Characters of stop words that were spotted; their list grows until the spotter begins anew.
    private const int MostSpotted = 200;

    // The mean forgets what is older.
    private static readonly TimeSpan LongestTuning = TimeSpan.FromSeconds(8);

    // Who stops Helm says nothing just before.
    private static readonly int Before = SpeechFormat.Samples(TimeSpan.FromSeconds(0.25));

    // A word begins softly, a little before the decoder finds it.
    private static readonly int Onset = SpeechFormat.Samples(TimeSpan.FromSeconds(0.05));

    // Before 39 of 42 stop words heard over Helm's voice it was at most 0.23 times as loud (the three were at the edge of what was looked at);
    // before seven that were heard in other talk, at least 0.88.
    private const double MostBefore = 0.5;

    private SphinxDecoder _spotter = model.Spotter();
    private readonly int _window = SpeechFormat.Samples(model.Window);
    private readonly RingBuffer _recent = new(SpeechFormat.Samples(model.Window) + Before);
    private int _untilJudged;
    private int _spotted;

    public WakeHit? Push(ReadOnlySpan<short> frame) => Push(frame, isSpeaking: false);

    public WakeHit? PushWhileSpeaking(ReadOnlySpan<short> frame) => Push(frame, isSpeaking: true);

    private WakeHit? Push(ReadOnlySpan<short> frame, bool isSpeaking)
    {
        _recent.Write(frame);
        _spotter.Process(frame);
        if (HasSpotted(isSpeaking))
        {
            _untilJudged = _untilJudged > 0 ? _untilJudged : Wait;
            return null;
        }

        if (_untilJudged <= 0)
        {
            return null;
        }

        _untilJudged -= frame.Length;
        return _untilJudged <= 0 ? Judge(isSpeaking) : null;
    }

    /// <summary>After the phrase the spotter begins anew; a stop word must not make it lose a phrase that is being said.</summary>
    private bool HasSpotted(bool isSpeaking)
    {
        var spotted = _spotter.Hypothesis();
        if (spotted is null)
        {
            return false;
        }

        if (model.HasPhrase(spotted))
        {
            Restart();
            return true;
        }

        var isMore = spotted.Length > _spotted;
        _spotted = spotted.Length;
        if (_spotted > MostSpotted && _untilJudged <= 0)
        {
            Restart();
        }

        return isMore && isSpeaking;
    }

    /// <summary>The spotter's cepstral mean follows what it heard before, and a recording must not depend on the one before it.</summary>
    public void Tune(ReadOnlySpan<short> recording)
    {
        _spotter.Dispose();
        _spotter = model.Spotter();
        // Where somebody speaks: the mean of minutes of silence hides the first words after it.
        _spotter.Process(Loudness.Loudest(recording, LongestTuning));
        Reset();
    }

    public void Reset()
    {
        _untilJudged = 0;
        // A phrase that was already answered must not be judged again together with what comes now.
        _recent.Clear();
        Restart();
    }

    public void Dispose() => _spotter.Dispose();

    // Otherwise the same hit would be reported with every frame.
    private void Restart()
    {
        _spotted = 0;
        _spotter.End();
        _spotter.Start();
    }

    private WakeHit? Judge(bool isSpeaking)
    {
        var clock = Stopwatch.StartNew();
        var samples = _recent.Last(_window);
        var length = SpeechFormat.DurationOf(samples.Length);
        return model.Judge(samples, isSpeaking) is var (start, end, stop) && (stop is null || IsAfterPause(length - start, end - start))
            ? new WakeHit(length - end + clock.Elapsed, length - start) { Stop = stop }
            : null;
    }

    /// <summary>A word within a sentence has others before it.</summary>
    private bool IsAfterPause(TimeSpan since, TimeSpan duration)
    {
        var word = SpeechFormat.Samples(since);
        var recent = _recent.Last(word + Before);
        ReadOnlySpan<short> before = recent.AsSpan(..(recent.Length - word));
        return before.Length <= Onset
            || Loudness.Of(before[..^Onset]) < MostBefore * Loudness.Of(recent.AsSpan(before.Length, Math.Min(word, SpeechFormat.Samples(duration))));
    }
}
