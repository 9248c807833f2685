using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Helm.Speech.Engines;

namespace Helm.Speech.Sphinx;

/// <summary>The words that people say most, read from the unigrams of the installed English language model.</summary>
internal static partial class FrequentWords
{
    // Every probability of the model is an integer in this base.
    private const double Base = 1.0001;

    /// <summary>The most frequent words with their natural-log probability, most frequent first.</summary>
    public static unsafe IReadOnlyList<(string Word, double LogProbability)> Read(string languageModel, int count)
    {
        var library = SphinxLibrary.Find() ?? throw new SpeechEngineException("PocketSphinx is not installed.");
        var logMath = library.CreateLogMath(Base, 0, 0);
        var path = Marshal.StringToCoTaskMemUTF8(languageModel);
        var model = library.ReadModel(0, (byte*)path, 0, logMath);
        Marshal.FreeCoTaskMem(path);
        try
        {
            return model == 0
                ? throw new SpeechEngineException($"{languageModel} is not a language model; reinstall pocketsphinx-en-us.")
                : [.. Unigrams(library, model).OrderByDescending(word => word.LogProbability).Take(count)];
        }
        finally
        {
            if (model != 0)
            {
                library.FreeModel(model);
            }

            library.FreeLogMath(logMath);
        }
    }

    private static unsafe List<(string Word, double LogProbability)> Unigrams(SphinxLibrary library, nint model)
    {
        var words = (int)library.ModelCounts(model)[0];
        var unigrams = new List<(string Word, double LogProbability)>(words);
        for (var word = 0; word < words; word++)
        {
            int order;
            var text = Marshal.PtrToStringUTF8((nint)library.ModelWord(model, word));
            if (text is not null && PlainWord().IsMatch(text))
            {
                unigrams.Add((text, library.ModelScore(model, word, null, 0, &order) * Math.Log(Base)));
            }
        }

        return unigrams;
    }

    [GeneratedRegex("^[a-z][a-z']*$")]
    private static partial Regex PlainWord();
}
