using Helm.Speech.Engines;
using Helm.Speech.Native;

namespace Helm.Speech.Sphinx;

/// <summary>The English of PocketSphinx as its engines share it: the model where it lies, and how words sound.</summary>
internal sealed class SphinxLanguage(string? modelFolder, string? lexiconFile)
{
    public const string EngineName = "pocketsphinx";

    private readonly Lazy<Lexicon> _lexicon = new(
        () => new Lexicon(EnglishModel.Require(modelFolder), lexiconFile, new LetterToSound()), LazyThreadSafetyMode.PublicationOnly);

    /// <exception cref="SpeechEngineException">The engine or the model is missing; the message says what to do.</exception>
    public EnglishModel Model => EnglishModel.Require(modelFolder);

    /// <exception cref="SpeechEngineException">The engine or the model is missing; the message says what to do.</exception>
    public Lexicon Lexicon => _lexicon.Value;

    public EngineHealth Check()
    {
        try
        {
            return new EngineHealth(true, $"PocketSphinx with {Path.GetDirectoryName(Model.Dictionary)}");
        }
        catch (SpeechEngineException missing)
        {
            return new EngineHealth(false, missing.Message, SpeechPackages.InstallCommand);
        }
    }
}
