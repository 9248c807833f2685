using Helm.Speech.Engines;
using Helm.Speech.Native;

namespace Helm.Speech.Sphinx;

/// <summary>Where the acoustic model, the dictionary and the language model of PocketSphinx lie.</summary>
internal sealed record EnglishModel(string Acoustic, string Dictionary, string Language)
{
    private static readonly string[] UsualFolders =
    [
        "/usr/share/pocketsphinx/model/en-us",
        "/usr/local/share/pocketsphinx/model/en-us",
        "/usr/share/pocketsphinx/model",
    ];

    /// <summary>Null when no folder holds a whole model; PocketSphinx ends the process over a missing file.</summary>
    public static EnglishModel? Find(string? configuredFolder) =>
        (configuredFolder is null ? UsualFolders : [configuredFolder]).Select(In).FirstOrDefault(model => model.IsWhole);

    /// <exception cref="SpeechEngineException">The engine or the model is missing; the message says what to do.</exception>
    public static EnglishModel Require(string? configuredFolder)
    {
        if (SphinxLibrary.Find() is null)
        {
            throw new SpeechEngineException(
                $"PocketSphinx is not installed. Install it: {SpeechPackages.InstallCommand}");
        }

        return Find(configuredFolder) ?? throw new SpeechEngineException(configuredFolder is null
            ? $"The English model of PocketSphinx is not installed. Install it: {SpeechPackages.InstallCommand}"
            : $"{configuredFolder} does not hold the English model (en-us/, cmudict-en-us.dict, en-us.lm.bin); "
                + "correct ModelFolder or leave it out.");
    }

    private bool IsWhole =>
        File.Exists(Dictionary)
        && File.Exists(Language)
        && File.Exists(Path.Combine(Acoustic, "mdef"))
        && File.Exists(Path.Combine(Acoustic, "means"))
        && File.Exists(Path.Combine(Acoustic, "variances"))
        && File.Exists(Path.Combine(Acoustic, "transition_matrices"))
        && File.Exists(Path.Combine(Acoustic, "feat.params"));

    private static EnglishModel In(string folder) =>
        new(Path.Combine(folder, "en-us"), Path.Combine(folder, "cmudict-en-us.dict"), Path.Combine(folder, "en-us.lm.bin"));
}
