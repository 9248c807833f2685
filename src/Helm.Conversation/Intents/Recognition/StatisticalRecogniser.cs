using Helm.Conversation.Classification;
using Helm.Conversation.Intents.Entities;
using Helm.Conversation.Intents.Packs;
using Helm.Conversation.Intents.Patterns;
using Helm.Conversation.Intents.Text;

namespace Helm.Conversation.Intents.Recognition;

/// <summary>
/// Guesses what a sentence that no pattern claims asks for. What changes something is guessed only where it speaks of
/// something of ours, and it is asked back before it counts.
/// </summary>
internal sealed class StatisticalRecogniser(LanguagePack pack, Normalizer normalizer, Lexicon lexicon, ModelFolder models) : IRecogniser
{
    private static readonly string[] Objects = ["issue_id", "ordinal", "resource", "domain", "environment"];

    private readonly Matter _matter = new(pack.Words);

    // Training takes longer than loading the pack, and many tables never meet a sentence that needs it.
    private readonly Lazy<LearnedPack> _learned = new(() => new LearnedPack(pack, normalizer, lexicon, models));
    private readonly Lazy<GuessedMarks> _marks = new(() => new GuessedMarks(pack, normalizer, lexicon));
    private readonly Dictionary<string, IntentDefinition> _intents = pack.Intents
        .DistinctBy(intent => intent.Name)
        .ToDictionary(intent => intent.Name);

    public string Name => "statistical";

    public Recognised? Recognise(Heard heard)
    {
        if (pack.OutOfScope.Count == 0 || heard.Text.Tokens.Count == 0)
        {
            return null;
        }

        var reading = Read(heard);
        var ours = _matter.IsOurs(heard, heard.Lattice(Reach.Exact));
        if (heard.Context.Pending is not null && IsAnswer(reading, ours) is { } answer && Certainty.Answers(reading))
        {
            return new Recognised(_intents[answer.Label], GuessedSlots.Likely(answer.Score));
        }

        return heard.Text.Tokens.Count > 1 && Certainty.Suffices(reading, ours) && _intents.TryGetValue(reading.Guess.Label, out var intent)
            ? Filled(intent, reading, heard, ours)
            : null;
    }

    /// <summary>Whether or not it would do.</summary>
    public LearnedReading Read(Heard heard) => _learned.Value.Read(heard.Text.Tokens, heard.Lattice(Reach.Exact));

    /// <summary>It is likelier than any other request, or a calling off, which is a refusal while a question is open.</summary>
    private static Guess? IsAnswer(LearnedReading reading, bool ours) =>
        reading.Answer is { } answer && !ours && (answer.Score >= reading.Guess.Score || reading.Guess.Label == IntentNames.Stop) ? answer : null;

    private Recognised? Filled(IntentDefinition intent, LearnedReading reading, Heard heard, bool ours)
    {
        if (GuessedSlots.Fill(intent, reading, heard) is not { } found)
        {
            return null;
        }

        _marks.Value.Apply(found, heard);

        return (intent.Name == IntentNames.Correction && !Corrects(found, heard)) || (intent.Changes && !HasObject(found, heard, reading, ours)) ? null : found;
    }

    /// <summary>There is something to put right, and a value to put in its place. A change that nothing asks about is not done over on a guess.</summary>
    private bool Corrects(Recognised found, Heard heard) =>
        found.Entities.Count > 0
        && (heard.Context.LastIntent ?? heard.Context.Pending) is { } last
        && (last == IntentNames.Remediate || _intents.GetValueOrDefault(last)?.Changes is not true);

    /// <summary>A dishwasher is restarted by others: a name of ours is in it, or "this" while an issue is spoken of.</summary>
    private static bool HasObject(Recognised found, Heard heard, LearnedReading reading, bool ours) =>
        (ours && Objects.Any(found.Entities.ContainsKey))
        || (reading.Strange == 0 && (heard.Context.FocusIssue ?? heard.Context.LastEvent) is not null)
        || (reading.Strange == 0 && heard.Context.Issues.Count > 0 && found.Entities.ContainsKey("ordinal"));
}
