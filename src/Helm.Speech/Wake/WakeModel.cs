using Helm.Speech.Sphinx;

namespace Helm.Speech.Wake;

/// <summary>What all listeners share: the files that spotters are made of, and the one decoder that judges.</summary>
internal sealed class WakeModel : IDisposable
{
    // Of 68 heard over Helm's voice nearly all were heard with 0.6 and more, and no word after them surer than 0.14.
    private const double LeastChanceOfStop = 0.5;
    private const double MostChanceOfMore = 0.25;

    private readonly EnglishModel _model;
    private readonly ModelFolder _folder = new();
    private readonly WakeVocabulary _vocabulary;
    private readonly string _dictionary;
    private readonly string _phrases;
    private readonly SphinxDecoder _judge;
    private readonly Lock _judging = new();
    private bool _isDisposed;

    public WakeModel(EnglishModel model, Lexicon lexicon, WakeOptions options)
    {
        _model = model;
        var phrase = WakePhrase.Of(options.Phrase);
        Window = phrase.Window;
        _vocabulary = new WakeVocabulary(phrase, lexicon);
        _dictionary = _folder.WriteDictionary("phrase.dict", _vocabulary.Spotted());
        _phrases = _folder.Write("phrases.txt", _vocabulary.Thresholds());
        var words = _vocabulary.WithDecoys(model);
        _judge = SphinxDecoder.Create(
            "-hmm", model.Acoustic,
            "-dict", _folder.WriteDictionary("decoys.dict", words),
            "-lm", _folder.Write("decoys.arpa", _vocabulary.Unigrams(words.Keys, options.Prior)));
    }

    /// <summary>So much sound holds the phrase and little else.</summary>
    public TimeSpan Window { get; }

    /// <summary>A spotter that has started. It is made anew each time, which takes 7 ms: one that was used has grown accustomed to another microphone.</summary>
    public SphinxDecoder Spotter()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        // Two densities of each codebook suffice for a guess that is judged again, and are quicker than the usual four.
        var spotter = SphinxDecoder.Create(
            "-hmm", _model.Acoustic, "-dict", _dictionary, "-kws", _phrases, "-beam", "1e-80", "-pbeam", "1e-80", "-topn", "2");
        spotter.Start();
        return spotter;
    }

    /// <summary>Whether the phrase is among what a spotter reports.</summary>
    public bool HasPhrase(string spotted) => spotted.Contains(_vocabulary.Token, StringComparison.Ordinal);

    /// <summary>When the phrase, or a word that stops Helm where that is asked, began and ended within the sound; null when none is in it.</summary>
    public (TimeSpan Start, TimeSpan End, string? Stop)? Judge(ReadOnlySpan<short> samples, bool orStop)
    {
        lock (_judging)
        {
            _judge.Decode(samples);
            var words = _judge.Words();
            return words.FirstOrDefault(word => word.Text == _vocabulary.Token) is { } phrase && phrase.Duration >= _vocabulary.Shortest
                    ? (phrase.Start, phrase.End, null)
                : orStop ? Stop(words)
                : null;
        }
    }

    /// <summary>Who stops Helm says nothing but that: what is one of several words, or may as well be another, is talk among people.</summary>
    private (TimeSpan Start, TimeSpan End, string? Stop)? Stop(IReadOnlyList<SphinxWord> words)
    {
        for (var at = 0; at < words.Count; at++)
        {
            var word = words[at];
            if (_vocabulary.StopOf(word.Text) is { } stop
                && word.Duration >= _vocabulary.ShortestStop(stop)
                && word.Chance >= LeastChanceOfStop
                && !words.Skip(at + 1).Any(next => next.IsSpoken && next.Chance > MostChanceOfMore))
            {
                return (word.Start, word.End, stop);
            }
        }

        return null;
    }

    public void Dispose()
    {
        lock (_judging)
        {
            _isDisposed = true;
            _judge.Dispose();
        }

        _folder.Dispose();
    }
}
