using Helm.Conversation.Classification;
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
    /// <summary>Scores are margins of a support vector machine. Both limits were chosen on sentences that trained nothing.</summary>
    private const float Lowest = 0.3f;

    /// <summary>How far the second must be behind.</summary>
    private const float Ahead = 0.2f;

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

        // Most sentences of other matters have a word that no request has; to see that is cheaper than to guess.
        var lattice = heard.Lattice(Reach.Exact);
        if (!_learned.Value.KnowsAll(words, lattice))
        {
            return null;
        }

        var guess = _learned.Value.Classify(words, lattice);
        var sure = guess.Score >= Lowest && guess.Score - guess.RunnerUpScore >= Ahead;

        return sure && _guessable.TryGetValue(guess.Label, out var intent) ? Filled(intent, guess, lattice, heard) : null;
    }

    private static Recognised? Filled(IntentDefinition intent, Guess guess, Lattice lattice, Heard heard)
    {
        if (SaidEntities.Find(intent, lattice) is not { } said)
        {
            return null;
        }

        var found = new Recognised(intent, Likely(guess.Score))
        {
            RunnerUp = guess.RunnerUp is { } second ? (second, Likely(guess.RunnerUpScore)) : null,
        };
        foreach (var (slot, edge) in said)
        {
            EntityResolver.Fill(found, slot, edge, lattice, heard);
        }

        return intent.Slots.Any(slot => slot.Value.Required && !found.Entities.ContainsKey(slot.Key)) ? null : found;
    }

    private static double Likely(float margin) => Math.Round(1 / (1 + Math.Exp(-3 * margin)), 3);
}
