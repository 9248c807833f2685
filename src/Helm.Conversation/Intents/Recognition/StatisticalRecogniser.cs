using Helm.Conversation.Intents.Entities;
using Helm.Conversation.Intents.Packs;
using Helm.Conversation.Intents.Patterns;
using Helm.Conversation.Intents.Text;

namespace Helm.Conversation.Intents.Recognition;

/// <summary>
/// Guesses what a sentence that no pattern claims asks for. Only questions are guessed: what changes something, and
/// what controls the conversation, must be said in a way that the table knows.
/// </summary>
internal sealed class StatisticalRecogniser(LanguagePack pack, Normalizer normalizer, Lexicon lexicon, ModelFolder models) : IRecogniser
{
    private static readonly string[] NeverGuessed = [IntentNames.Correction, IntentNames.Stop, IntentNames.Repeat];

    // Training takes longer than loading the pack, and many tables never meet a sentence that needs it.
    private readonly Lazy<LearnedPack> _learned = new(() => new LearnedPack(pack, normalizer, lexicon, models));
    private readonly Dictionary<string, IntentDefinition> _guessable = pack.Intents
        .Where(intent => !intent.Changes && !NeverGuessed.Contains(intent.Name))
        .ToDictionary(intent => intent.Name);

    public string Name => "statistical";

    public Recognised? Recognise(Heard heard)
    {
        var words = heard.Text.Tokens.Words;
        if (pack.OutOfScope.Count == 0 || heard.Context.Pending is not null || words.Count < 2)
        {
            return null;
        }

        var reading = Read(heard);

        return Certainty.Suffices(reading) && _guessable.TryGetValue(reading.Guess.Label, out var intent)
            ? GuessedSlots.Fill(intent, reading, heard)
            : null;
    }

    /// <summary>Whether or not it would do.</summary>
    public LearnedReading Read(Heard heard) => _learned.Value.Read(heard.Text.Tokens, heard.Lattice(Reach.Exact));
}
