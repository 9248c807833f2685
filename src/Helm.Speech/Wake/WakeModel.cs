using Helm.Speech.Sphinx;

namespace Helm.Speech.Wake;

/// <summary>What all listeners share: the files that spotters are made of, spotters to reuse, and the one decoder that judges.</summary>
internal sealed class WakeModel : IDisposable
{
    private const int MostSpottersKept = 8;

    private readonly EnglishModel _model;
    private readonly ModelFolder _folder = new();
    private readonly WakeVocabulary _vocabulary;
    private readonly string _dictionary;
    private readonly SphinxDecoder _judge;
    private readonly Stack<SphinxDecoder> _spotters = new();
    private readonly Lock _lending = new();
    private readonly Lock _judging = new();
    private bool _isDisposed;

    public WakeModel(EnglishModel model, Lexicon lexicon, WakeOptions options)
    {
        _model = model;
        var phrase = WakePhrase.Of(options.Phrase);
        Window = phrase.Window;
        _vocabulary = new WakeVocabulary(phrase, lexicon);
        _dictionary = _folder.WriteDictionary("phrase.dict", _vocabulary.OnlyPhrase());
        var words = _vocabulary.WithDecoys(model);
        _judge = SphinxDecoder.Create(
            "-hmm", model.Acoustic,
            "-dict", _folder.WriteDictionary("decoys.dict", words),
            "-lm", _folder.Write("decoys.arpa", _vocabulary.Unigrams(words.Keys, options.Prior)));
    }

    /// <summary>So much sound holds the phrase and little else.</summary>
    public TimeSpan Window { get; }

    /// <summary>A spotter that has started.</summary>
    public SphinxDecoder Borrow()
    {
        lock (_lending)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            if (_spotters.TryPop(out var kept))
            {
                kept.Start();
                return kept;
            }
        }

        var spotter = SphinxDecoder.Create(
            "-hmm", _model.Acoustic, "-dict", _dictionary, "-keyphrase", _vocabulary.Token,
            "-kws_threshold", "1e-60", "-beam", "1e-80", "-pbeam", "1e-80");
        spotter.Start();
        return spotter;
    }

    public void Return(SphinxDecoder spotter)
    {
        spotter.End();
        lock (_lending)
        {
            if (!_isDisposed && _spotters.Count < MostSpottersKept)
            {
                _spotters.Push(spotter);
                return;
            }
        }

        spotter.Dispose();
    }

    /// <summary>When the phrase began and ended within the sound; null when it is not in it.</summary>
    public (TimeSpan Start, TimeSpan End)? Phrase(ReadOnlySpan<short> samples)
    {
        lock (_judging)
        {
            _judge.Decode(samples);
            return _judge.Find(_vocabulary.Token) is { } phrase && phrase.End - phrase.Start >= _vocabulary.Shortest ? phrase : null;
        }
    }

    public void Dispose()
    {
        lock (_lending)
        {
            _isDisposed = true;
            while (_spotters.TryPop(out var spotter))
            {
                spotter.Dispose();
            }
        }

        lock (_judging)
        {
            _judge.Dispose();
        }

        _folder.Dispose();
    }
}
