using Helm.Conversation.Classification;
using Helm.Conversation.Intents.Entities;
using Helm.Conversation.Intents.Packs;
using Helm.Conversation.Intents.Patterns;
using Helm.Conversation.Intents.Text;

namespace Helm.Conversation.Intents.Recognition;

/// <summary>
/// Guesses what a sentence that no pattern claims asks for: as it stands, else with words put right that sound or look
/// like others. What changes something is asked back before it counts.
/// </summary>
internal sealed class StatisticalRecogniser(LanguagePack pack, Normalizer normalizer, Lexicon lexicon, ModelFolder models) : IRecogniser
{
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

        return Guessed(Read(heard), heard, heard.Lattice(Reach.Exact)) ?? Mended(heard);
    }

    /// <summary>The reading itself; what is surely meant where that is another intent; null where it is another matter.</summary>
    public Recognised? Reconsider(Recognised looser, Heard heard)
    {
        if (pack.OutOfScope.Count > 0 && heard.Context.Pending is null && looser.Intent.Applies == Applies.Always)
        {
            var reading = Read(heard);

            return reading.Guess.Label != looser.Intent.Name && Instead(reading, heard) is { } surer ? surer
                : Certainty.Refuses(reading, looser.Intent.Changes) || (ChangedObjects.AreMissing(looser) && Certainty.RefusesBare(reading, looser.Intent.Name)) ? null
                : looser;
        }

        return looser;
    }

    /// <summary>Adds to a reading that may pass over words the names among them.</summary>
    public void Complete(Recognised found, Heard heard) => GuessedSlots.Complete(found, heard, _marks.Value.Denied(heard.Lattice(Reach.Exact)));

    private Recognised? Instead(LearnedReading reading, Heard heard) =>
        Certainty.Overrules(reading) && _intents.TryGetValue(reading.Guess.Label, out var intent)
        && Filled(intent, reading, heard, heard.Lattice(Reach.Exact)) is { } surer
            ? surer with { By = Name }
            : null;

    /// <summary>Whether or not it would do.</summary>
    public LearnedReading Read(Heard heard) => heard.Learned(words => _learned.Value.Read(words.Text.Tokens, words.Lattice(Reach.Exact)));

    private Recognised? Mended(Heard heard)
    {
        var lattice = heard.Lattice(Reach.Sounded);

        return _learned.Value.ReadMended(heard, lattice) is { } reading ? Guessed(reading, heard, lattice) : null;
    }

    private Recognised? Guessed(LearnedReading reading, Heard heard, Lattice lattice)
    {
        var ours = _matter.IsOurs(heard, lattice);
        if (heard.Context.Pending is not null && IsAnswer(reading, ours) is { } answer && Certainty.Answers(reading))
        {
            return new Recognised(_intents[answer.Label], GuessedSlots.Likely(answer.Score));
        }

        return Certainty.Suffices(reading, ours) && _intents.TryGetValue(reading.Guess.Label, out var intent)
            ? Filled(intent, reading, heard, lattice)
            : null;
    }

    /// <summary>It is likelier than any other request, or a calling off, which is a refusal while a question is open.</summary>
    private static Guess? IsAnswer(LearnedReading reading, bool ours) =>
        reading.Answer.Value is { } answer && !ours && (answer.Score >= reading.Guess.Score || reading.Guess.Label == IntentNames.Stop) ? answer : null;

    private Recognised? Filled(IntentDefinition intent, LearnedReading reading, Heard heard, Lattice lattice)
    {
        // Something said has no place.
        if (GuessedSlots.Fill(intent, reading, heard, lattice, _marks.Value.Denied(lattice)) is not { } found)
        {
            return null;
        }

        _marks.Value.Apply(found, lattice);
        GuessedSlots.Settle(found);
        GuessedSlots.Doubt(found, reading);

        return Lacks(found) || (intent.Name == IntentNames.Correction && !Corrects(found, heard)) || (intent.Changes && !ChangedObjects.AreSure(found, reading, heard.Context, _matter.IsOurs(heard, lattice))) ? null : found;
    }

    private static bool Lacks(Recognised found) => found.Intent.Slots.Any(slot => slot.Value.Required && !found.Entities.ContainsKey(slot.Key));

    /// <summary>There is something to put right, and a value to put in its place.</summary>
    private static bool Corrects(Recognised found, Heard heard) =>
        found.Entities.Count > 0 && (heard.Context.LastIntent ?? heard.Context.Pending) is not null;
}
