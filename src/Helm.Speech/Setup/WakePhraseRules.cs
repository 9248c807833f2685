using Helm.Operations.Settings;
using Helm.Speech.Engines;
using Helm.Speech.Hearing;
using Helm.Speech.Sphinx;
using Helm.Speech.Wake;

namespace Helm.Speech.Setup;

/// <summary>A wake phrase can be said, is long enough to be told from talk, and short enough to be said at all.</summary>
internal static class WakePhraseRules
{
    private const string Key = "Hearing:Wake:Phrase";
    private const int MostWords = 4;
    private const int MostLetters = 16;
    private const int FewestSounds = 5;

    public static void Check(Requirements requirements, HearingOptions options)
    {
        var phrase = WakePhrase.Of(options.Wake.Phrase);
        var isWords = phrase.Words.Count is > 0 and <= MostWords && phrase.Words.All(word => word.All(letter => char.IsAsciiLetterLower(letter) || letter == '\''));
        requirements.Require(
            isWords && phrase.Words.Sum(word => word.Length) <= MostLetters, Key, options.Wake.Phrase,
            $"one to {MostWords} English words of at most {MostLetters} letters together, such as hey helm, ok helm or computer");
        if (isWords && phrase.Text != new WakeOptions().Phrase && Lexicon(options) is { } lexicon)
        {
            Pronounce(requirements, phrase, lexicon);
        }
    }

    /// <summary>What it is checked with: of machines without the model only the words are looked at.</summary>
    public static void Pronounce(Requirements requirements, WakePhrase phrase, Lexicon lexicon)
    {
        var known = lexicon.Find(phrase.Words);
        var mute = phrase.Words.FirstOrDefault(word => !known.ContainsKey(word));
        requirements.Require(
            mute is null, Key, phrase.Text,
            $"words that can be pronounced; nobody knows how \"{mute}\" sounds: write it down in the file of Hearing:LexiconFile, a line such as 'kubectl K Y UW B K AH N T R OW L', or choose another");
        var sounds = mute is null ? phrase.Pronunciations(lexicon).Min(way => way.Split(' ').Length) : FewestSounds;
        requirements.Require(sounds >= FewestSounds, Key, phrase.Text, $"at least {FewestSounds} sounds; this has {sounds}, and everyday talk would wake Helm: put hey or ok in front");
    }

    /// <summary>Null where nothing is pronounced here, or nothing can be.</summary>
    private static Lexicon? Lexicon(HearingOptions options)
    {
        var listed = EngineNames.Of(options.Wake.Engines).Concat(EngineNames.Of(options.Transcription.Engines));
        return listed.Contains(SphinxLanguage.EngineName) && SphinxLibrary.Find() is not null && EnglishModel.Find(options.ModelFolder) is not null
            ? new SphinxLanguage(options.ModelFolder, options.LexiconFile).Lexicon
            : null;
    }
}
