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

    // The mean forgets what is older.
    private static readonly TimeSpan LongestTuning = TimeSpan.FromSeconds(8);

    private readonly SphinxDecoder _spotter = model.Borrow();
    private readonly int _window = SpeechFormat.Samples(model.Window);
    private readonly RingBuffer _recent = new(SpeechFormat.Samples(model.Window));
    private int _untilJudged;
    private bool _isDisposed;

    public WakeHit? Push(ReadOnlySpan<short> frame)
    {
        _recent.Write(frame);
        _spotter.Process(frame);
        if (_spotter.Hypothesis() is not null)
        {
            Restart();
            _untilJudged = _untilJudged > 0 ? _untilJudged : Wait;
            return null;
        }

        if (_untilJudged <= 0)
        {
            return null;
        }

        _untilJudged -= frame.Length;
        return _untilJudged <= 0 ? Judge(_recent.Last(_window)) : null;
    }

    /// <summary>The spotter's cepstral mean follows what it heard before, and a recording must not depend on the one before it.</summary>
    public void Tune(ReadOnlySpan<short> recording)
    {
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

    public void Dispose()
    {
        if (!_isDisposed)
        {
            _isDisposed = true;
            model.Return(_spotter);
        }
    }

    // Otherwise the same hit would be reported with every frame.
    private void Restart()
    {
        _spotter.End();
        _spotter.Start();
    }

    private WakeHit? Judge(ReadOnlySpan<short> samples)
    {
        var clock = Stopwatch.StartNew();
        var length = SpeechFormat.DurationOf(samples.Length);
        return model.Phrase(samples) is var (start, end)
            ? new WakeHit(length - end + clock.Elapsed, length - start)
            : null;
    }
}
