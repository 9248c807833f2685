using Helm.Speech.Sphinx;
using Helm.Speech.Wake;

namespace Helm.Speech.Transcription;

/// <summary>
/// The language models of the two decoders, as files. What asks for something is counted once for all of them: each goes on
/// from the counts of the one before. They may be asked for side by side.
/// </summary>
internal sealed class LanguageModels
{
    private const double ShareOfGeneralWords = 0.15;

    private readonly ModelFolder _folder;
    private readonly SaidSentences _said;
    private readonly WakePhrase _phrase;
    private readonly Lazy<TrigramCounts> _commands;
    private readonly Lazy<TrigramCounts> _requests;

    public LanguageModels(ModelFolder folder, SaidSentences said, WakePhrase phrase)
    {
        (_folder, _said, _phrase) = (folder, said, phrase);
        _commands = new(() => new TrigramCounts().Add(said.Commands));
        _requests = new(() => new TrigramCounts(_commands.Value).Add(said.OtherRequests));
    }

    /// <summary>Of the commands alone.</summary>
    public string Commands() => _folder.Write("commands.arpa", OnlyOf(_commands.Value));

    /// <summary>Of all that people ask for.</summary>
    public string Requests() => _folder.Write("requests.arpa", OnlyOf(_requests.Value));

    /// <summary>Of whatever may be said.</summary>
    /// <param name="general">Words that people say most, with the logarithms of their probabilities.</param>
    public string Words(IEnumerable<(string Word, double LogProbability)> general) => _folder.Write("words.arpa", new TrigramModel(
        new TrigramCounts(_requests.Value).Add(_said.OtherTalk),
        general.Select(word => (word.Word, Math.Exp(word.LogProbability))),
        ShareOfGeneralWords).Lines());

    /// <summary>No word but those of the sentences.</summary>
    private IEnumerable<string> OnlyOf(TrigramCounts counts) => new TrigramModel(counts, [(_phrase.Words[0], 1)], 0).Lines();
}
