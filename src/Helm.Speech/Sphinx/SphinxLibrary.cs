using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Helm.Speech.Native;

namespace Helm.Speech.Sphinx;

/// <summary>PocketSphinx 0.8 (5prealpha) and sphinxbase, bound by hand: the <c>cmd_ln</c> API.</summary>
/// <remarks>cmd_ln_init is variadic and cannot be called from here; cmd_ln_parse_r takes an argument vector.</remarks>
internal sealed unsafe class SphinxLibrary
{
    private static readonly Lazy<SphinxLibrary?> Installed = new(Load);

    private SphinxLibrary(NativeModule sphinx, NativeModule sphinxBase)
    {
        Arguments = (delegate* unmanaged[Cdecl]<nint>)sphinx["ps_args"];
        Initialize = (delegate* unmanaged[Cdecl]<nint, nint>)sphinx["ps_init"];
        Free = (delegate* unmanaged[Cdecl]<nint, int>)sphinx["ps_free"];
        StartUtterance = (delegate* unmanaged[Cdecl]<nint, int>)sphinx["ps_start_utt"];
        StartStream = (delegate* unmanaged[Cdecl]<nint, int>)sphinx["ps_start_stream"];
        SetModel = (delegate* unmanaged[Cdecl]<nint, byte*, byte*, int>)sphinx["ps_set_lm_file"];
        SetSearch = (delegate* unmanaged[Cdecl]<nint, byte*, int>)sphinx["ps_set_search"];
        EndUtterance = (delegate* unmanaged[Cdecl]<nint, int>)sphinx["ps_end_utt"];
        ProcessRaw = (delegate* unmanaged[Cdecl]<nint, short*, nuint, int, int, int>)sphinx["ps_process_raw"];
        Segments = (delegate* unmanaged[Cdecl]<nint, nint>)sphinx["ps_seg_iter"];
        NextSegment = (delegate* unmanaged[Cdecl]<nint, nint>)sphinx["ps_seg_next"];
        SegmentWord = (delegate* unmanaged[Cdecl]<nint, byte*>)sphinx["ps_seg_word"];
        SegmentFrames = (delegate* unmanaged[Cdecl]<nint, int*, int*, void>)sphinx["ps_seg_frames"];
        SegmentChance = (delegate* unmanaged[Cdecl]<nint, int*, int*, int*, int>)sphinx["ps_seg_prob"];
        Paths = (delegate* unmanaged[Cdecl]<nint, int, int, nint, nint, nint>)sphinx["ps_nbest"];
        NextPath = (delegate* unmanaged[Cdecl]<nint, nint>)sphinx["ps_nbest_next"];
        PathHypothesis = (delegate* unmanaged[Cdecl]<nint, int*, byte*>)sphinx["ps_nbest_hyp"];
        FreePath = (delegate* unmanaged[Cdecl]<nint, void>)sphinx["ps_nbest_free"];
        Hypothesis = (delegate* unmanaged[Cdecl]<nint, int*, byte*>)sphinx["ps_get_hyp"];

        ParseConfiguration =
            (delegate* unmanaged[Cdecl]<nint, nint, int, byte**, int, nint>)sphinxBase["cmd_ln_parse_r"];
        FreeConfiguration = (delegate* unmanaged[Cdecl]<nint, int>)sphinxBase["cmd_ln_free_r"];
        CreateLogMath = (delegate* unmanaged[Cdecl]<double, int, int, nint>)sphinxBase["logmath_init"];
        FreeLogMath = (delegate* unmanaged[Cdecl]<nint, int>)sphinxBase["logmath_free"];
        ReadModel = (delegate* unmanaged[Cdecl]<nint, byte*, int, nint, nint>)sphinxBase["ngram_model_read"];
        FreeModel = (delegate* unmanaged[Cdecl]<nint, int>)sphinxBase["ngram_model_free"];
        ModelCounts = (delegate* unmanaged[Cdecl]<nint, uint*>)sphinxBase["ngram_model_get_counts"];
        ModelWord = (delegate* unmanaged[Cdecl]<nint, int, byte*>)sphinxBase["ngram_word"];
        ModelScore = (delegate* unmanaged[Cdecl]<nint, int, int*, int, int*, int>)sphinxBase["ngram_ng_score"];

        Silence(sphinxBase);
    }

    public delegate* unmanaged[Cdecl]<nint> Arguments { get; }

    public delegate* unmanaged[Cdecl]<nint, nint> Initialize { get; }

    public delegate* unmanaged[Cdecl]<nint, int> Free { get; }

    public delegate* unmanaged[Cdecl]<nint, int> StartUtterance { get; }

    /// <summary>Forgets the noise that was heard so far.</summary>
    public delegate* unmanaged[Cdecl]<nint, int> StartStream { get; }

    /// <summary>decoder, name of the search, file.</summary>
    public delegate* unmanaged[Cdecl]<nint, byte*, byte*, int> SetModel { get; }

    /// <summary>decoder, name of the search.</summary>
    public delegate* unmanaged[Cdecl]<nint, byte*, int> SetSearch { get; }

    public delegate* unmanaged[Cdecl]<nint, int> EndUtterance { get; }

    /// <summary>decoder, samples, count, no_search, full_utt.</summary>
    public delegate* unmanaged[Cdecl]<nint, short*, nuint, int, int, int> ProcessRaw { get; }

    public delegate* unmanaged[Cdecl]<nint, int*, byte*> Hypothesis { get; }

    public delegate* unmanaged[Cdecl]<nint, nint> Segments { get; }

    /// <summary>0 at the end; what went before is freed by itself.</summary>
    public delegate* unmanaged[Cdecl]<nint, nint> NextSegment { get; }

    public delegate* unmanaged[Cdecl]<nint, byte*> SegmentWord { get; }

    /// <summary>segment, first frame, last frame.</summary>
    public delegate* unmanaged[Cdecl]<nint, int*, int*, void> SegmentFrames { get; }

    /// <summary>segment, acoustic score, language score, back-off; returns the logarithm of how likely the word is among all that may have been said.</summary>
    public delegate* unmanaged[Cdecl]<nint, int*, int*, int*, int> SegmentChance { get; }

    /// <summary>decoder, first frame, last frame, two words before; some builds of this version know the decoder alone. Stands before the first path.</summary>
    public delegate* unmanaged[Cdecl]<nint, int, int, nint, nint, nint> Paths { get; }

    /// <summary>0 at the end; what went before is freed by itself.</summary>
    public delegate* unmanaged[Cdecl]<nint, nint> NextPath { get; }

    /// <summary>The text belongs to the path.</summary>
    public delegate* unmanaged[Cdecl]<nint, int*, byte*> PathHypothesis { get; }

    public delegate* unmanaged[Cdecl]<nint, void> FreePath { get; }

    /// <summary>into, definitions, argc, argv, strict.</summary>
    public delegate* unmanaged[Cdecl]<nint, nint, int, byte**, int, nint> ParseConfiguration { get; }

    public delegate* unmanaged[Cdecl]<nint, int> FreeConfiguration { get; }

    public delegate* unmanaged[Cdecl]<double, int, int, nint> CreateLogMath { get; }

    public delegate* unmanaged[Cdecl]<nint, int> FreeLogMath { get; }

    /// <summary>configuration, file, type (0: by content), logmath.</summary>
    public delegate* unmanaged[Cdecl]<nint, byte*, int, nint, nint> ReadModel { get; }

    public delegate* unmanaged[Cdecl]<nint, int> FreeModel { get; }

    public delegate* unmanaged[Cdecl]<nint, uint*> ModelCounts { get; }

    public delegate* unmanaged[Cdecl]<nint, int, byte*> ModelWord { get; }

    /// <summary>model, word, history, length of history, n-gram order used.</summary>
    public delegate* unmanaged[Cdecl]<nint, int, int*, int, int*, int> ModelScore { get; }

    /// <summary>Null when it is not installed.</summary>
    public static SphinxLibrary? Find() => Installed.Value;

    private static SphinxLibrary? Load() =>
        NativeModule.Find("libsphinxbase.so.3") is { } sphinxBase
        && NativeModule.Find("libpocketsphinx.so.3") is { } sphinx
        && sphinxBase.Has("cmd_ln_parse_r", "err_set_callback", "ngram_model_read", "ngram_ng_score")
        && sphinx.Has("ps_init", "ps_args", "ps_process_raw", "ps_start_utt", "ps_start_stream", "ps_set_lm_file", "ps_set_search", "ps_nbest", "ps_nbest_next", "ps_nbest_hyp", "ps_nbest_free")
            ? new SphinxLibrary(sphinx, sphinxBase)
            : null;

    /// <summary>Both are needed: the log file for the start, the callback for what comes later.</summary>
    private static void Silence(NativeModule sphinxBase)
    {
        ((delegate* unmanaged[Cdecl]<nint, void>)sphinxBase["err_set_logfp"])(0);
        ((delegate* unmanaged[Cdecl]<delegate* unmanaged[Cdecl]<nint, int, byte*, void>, nint, void>)
            sphinxBase["err_set_callback"])(&Drop, 0);
    }

    // The real callback is variadic: only the named arguments may be looked at.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Drop(nint data, int level, byte* format)
    {
    }
}
