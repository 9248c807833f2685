using System.Runtime.InteropServices;
using Helm.Speech.Audio;
using Helm.Speech.Engines;

namespace Helm.Speech.Sphinx;

/// <summary>One PocketSphinx decoder. Not thread-safe: one caller at a time.</summary>
internal sealed unsafe class SphinxDecoder : IDisposable
{
    /// <summary>The library's name for what the arguments ask for.</summary>
    public const string Usual = "_default";

    private static readonly TimeSpan RoomAlone = TimeSpan.FromSeconds(0.2);

    private readonly SphinxLibrary _library;
    private nint _configuration;
    private nint _decoder;
    private string _chosen = Usual;

    private SphinxDecoder(SphinxLibrary library, nint configuration, nint decoder)
    {
        _library = library;
        _configuration = configuration;
        _decoder = decoder;
    }

    /// <exception cref="SpeechEngineException">The library is missing or refuses the arguments.</exception>
    public static SphinxDecoder Create(params ReadOnlySpan<string> arguments)
    {
        var library = SphinxLibrary.Find() ?? throw new SpeechEngineException("PocketSphinx is not installed.");
        var configuration = Parse(library, ["pocketsphinx", .. arguments]);
        if (configuration == 0)
        {
            throw new SpeechEngineException("PocketSphinx does not accept its configuration.");
        }

        var decoder = library.Initialize(configuration);
        if (decoder == 0)
        {
            library.FreeConfiguration(configuration);
            throw new SpeechEngineException(
                "PocketSphinx could not load its model; reinstall the package pocketsphinx-en-us.");
        }

        return new SphinxDecoder(library, configuration, decoder);
    }

    public void Start() => _library.StartUtterance(Alive);

    public void End() => _library.EndUtterance(Alive);

    /// <summary>Feeds a piece of a running utterance.</summary>
    public void Process(ReadOnlySpan<short> samples) => Feed(samples, whole: false);

    /// <summary>
    /// Decodes a whole utterance in one call, with the cepstral mean of all of it. The noise to be taken out is that of its
    /// own quietest moment, not of what was heard before: that may have been another room, and the same sound is to be
    /// heard alike every time.
    /// </summary>
    public string? Decode(ReadOnlySpan<short> samples) => Decode(Usual, samples);

    /// <summary>
    /// Another language model for the same ear. The acoustic model, the largest part of a decoder, is there once; the words
    /// must be in the dictionary that the arguments named.
    /// </summary>
    /// <exception cref="SpeechEngineException">The model cannot be read.</exception>
    public void Add(string search, string languageModel)
    {
        if (WithText(languageModel, file => WithText(search, name => _library.SetModel(Alive, (byte*)name, (byte*)file))) != 0)
        {
            throw new SpeechEngineException($"PocketSphinx does not accept its language model for {search}.");
        }

        Choose(Usual, anew: true);
    }

    /// <summary>Decodes a whole utterance by a model that was added.</summary>
    public string? Decode(string search, ReadOnlySpan<short> samples)
    {
        Choose(search);
        _library.StartStream(Alive);
        Hear(Loudness.Quietest(samples, RoomAlone));
        Hear(samples);
        return Hypothesis();
    }

    /// <summary>How well the last hypothesis fits the sound and the model, in the library's own units: a logarithm, the more the better.</summary>
    public int Score { get; private set; }

    /// <summary>What was understood so far; null for nothing.</summary>
    public string? Hypothesis()
    {
        var score = 0;
        // The text belongs to the decoder and dies with its next call.
        var text = _library.Hypothesis(Alive, &score);
        Score = score;
        return text is null || *text == 0 ? null : Marshal.PtrToStringUTF8((nint)text);
    }

    /// <summary>Ways to hear the last utterance, about in the order of their scores, which are of another scale than <see cref="Score"/>.</summary>
    public IReadOnlyList<SphinxPath> Paths(int most)
    {
        var found = new List<SphinxPath>();
        var path = _library.Paths(Alive, 0, -1, 0, 0);
        // At the end it frees itself.
        while (path != 0 && found.Count < most && (path = _library.NextPath(path)) != 0)
        {
            int score;
            var text = _library.PathHypothesis(path, &score);
            found.Add(new SphinxPath(text is null ? "" : Marshal.PtrToStringUTF8((nint)text) ?? "", score));
        }

        if (path != 0)
        {
            _library.FreePath(path);
        }

        return found;
    }

    /// <summary>The words of the last utterance, in order.</summary>
    public IReadOnlyList<SphinxWord> Words()
    {
        var words = new List<SphinxWord>();
        for (var segment = _library.Segments(Alive); segment != 0; segment = _library.NextSegment(segment))
        {
            int first, last;
            _library.SegmentFrames(segment, &first, &last);
            int acoustic, language, backOff;
            words.Add(SphinxWord.Of(
                Marshal.PtrToStringUTF8((nint)_library.SegmentWord(segment)) ?? "", first, last, _library.SegmentChance(segment, &acoustic, &language, &backOff)));
        }

        return words;
    }

    public void Dispose()
    {
        if (_decoder != 0)
        {
            _library.Free(_decoder);
            _library.FreeConfiguration(_configuration);
            _decoder = _configuration = 0;
        }
    }

    private nint Alive
    {
        get
        {
            ObjectDisposedException.ThrowIf(_decoder == 0, this);
            return _decoder;
        }
    }

    private void Hear(ReadOnlySpan<short> utterance)
    {
        Start();
        Feed(utterance, whole: true);
        End();
    }

    private void Feed(ReadOnlySpan<short> samples, bool whole)
    {
        fixed (short* first = samples)
        {
            _library.ProcessRaw(Alive, first, (nuint)samples.Length, 0, whole ? 1 : 0);
        }
    }

    private void Choose(string search, bool anew = false)
    {
        if (search == _chosen && !anew)
        {
            return;
        }

        if (WithText(search, name => _library.SetSearch(Alive, (byte*)name)) != 0)
        {
            throw new SpeechEngineException($"PocketSphinx has no search called {search}.");
        }

        _chosen = search;
    }

    private static int WithText(string text, Func<nint, int> use)
    {
        var copy = Marshal.StringToCoTaskMemUTF8(text);
        try
        {
            return use(copy);
        }
        finally
        {
            Marshal.FreeCoTaskMem(copy);
        }
    }

    private static nint Parse(SphinxLibrary library, string[] arguments)
    {
        var pointers = stackalloc byte*[arguments.Length];
        try
        {
            for (var i = 0; i < arguments.Length; i++)
            {
                pointers[i] = (byte*)Marshal.StringToCoTaskMemUTF8(arguments[i]);
            }

            // The values are copied.
            return library.ParseConfiguration(0, library.Arguments(), arguments.Length, pointers, 1);
        }
        finally
        {
            for (var i = 0; i < arguments.Length; i++)
            {
                Marshal.FreeCoTaskMem((nint)pointers[i]);
            }
        }
    }
}
