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
    private readonly OpenQuestion _question = new(pack.Intents);
    private readonly Dictionary<string, IntentDefinition> _intents = pack.Intents
        .DistinctBy(intent => intent.Name)
        .ToDictionary(intent => intent.Name);

    private const double SurelyRefused = 0.5;

    public const string Called = "statistical";

    public string Name => Called;

    public Recognised? Recognise(Heard heard)
    {
        if (pack.OutOfScope.Count == 0 || heard.Text.Tokens.Count == 0)
        {
            return null;
        }

        return Guessed(Read(heard), heard, heard.Lattice(Reach.Exact)) ?? Mended(heard);
    }

    /// <summary>What a looser reading comes to while a question is open; null where it is no answer to it.</summary>
    public Recognised? ReconsiderAnswer(Recognised looser, Heard heard, bool gathered) =>
        heard.Context.Pending is null || pack.OutOfScope.Count == 0 ? looser : _question.Reconsider(looser, Read(heard), heard, _marks.Value, gathered);

    /// <summary>The reading itself; what is surely meant where that is another intent; null where it is another matter.</summary>
    public Recognised? Reconsider(Recognised looser, Heard heard)
    {
        if (pack.OutOfScope.Count > 0 && heard.Context.Pending is null && looser.Intent.Applies == Applies.Always)
        {
            var reading = Read(heard);

            return reading.Guess.Label != looser.Intent.Name && Instead(reading, heard) is { } surer ? surer
                : Certainty.Refuses(reading, looser.Changes, reading.Guess.Label == looser.Intent.Name) || (ChangedObjects.AreMissing(looser) && Certainty.RefusesBare(reading, looser.Intent.Name)) ? null
                : looser;
        }

        return looser;
    }

    /// <summary>Adds to a reading that may pass over words the names among them.</summary>
    public void Complete(Recognised found, Heard heard)
    {
        var lattice = heard.Lattice(Reach.Exact);
        GuessedSlots.Complete(found, heard, _marks.Value.Denied(lattice));
        _marks.Value.Permanent(found, lattice);
    }

    private Recognised? Instead(LearnedReading reading, Heard heard) =>
        Certainty.Overrules(reading) && _intents.TryGetValue(reading.Guess.Label, out var intent)
        && Filled(intent, reading, heard, heard.Lattice(Reach.Exact)) is { } surer
            ? surer with { By = Name }
            : null;

    /// <summary>Whether or not it would do.</summary>
    public LearnedReading Read(Heard heard) => heard.Learned(words => _learned.Value.Read(words.Text.Tokens, words.Lattice(Reach.Exact)));

    /// <summary>The utterance without an action that is said not to be meant; null where there is none.</summary>
    public Heard? WithoutDenied(Heard heard)
    {
        if (pack.OutOfScope.Count == 0 || _marks.Value.DeniedAction(heard.Lattice(Reach.Exact)) is not var (start, end))
        {
            return null;
        }

        var rest = heard.Text.Tokens.Without(start, end - start);

        var plain = string.Join(' ', rest.Words);

        return rest.Count == 0 ? null : heard with { Text = heard.Text with { Tokens = rest, Whole = plain, Plain = plain } };
    }

    private Recognised? Mended(Heard heard)
    {
        var lattice = heard.Lattice(Reach.Sounded);

        return _learned.Value.ReadMended(heard, lattice) is { } reading ? Guessed(reading, heard, lattice) : null;
    }

    private Recognised? Guessed(LearnedReading reading, Heard heard, Lattice lattice)
    {
        var ours = _matter.IsOurs(heard, lattice);
        if (_question.Answered(reading, heard, _marks.Value, ours) is { } answer && !(IsDoubtful(answer) && _matter.IsAsked(heard)))
        {
            return answer;
        }

        return Certainty.Suffices(reading, ours) && !Asks(reading, heard) && _intents.TryGetValue(reading.Guess.Label, out var intent)
            ? Filled(intent, reading, heard, lattice)
            : null;
    }

    /// <summary>Of what is put as a question only a sure refusal is an answer.</summary>
    private static bool IsDoubtful(Recognised answer) => answer.Intent.Commits || answer.Score < SurelyRefused;

    /// <summary>A question about what somebody did asks for no change.</summary>
    private bool Asks(LearnedReading reading, Heard heard) => _intents.GetValueOrDefault(reading.Guess.Label)?.Changes == true && _matter.IsAsked(heard);

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

        return Lacks(found) || (intent.Name == IntentNames.Correction && !Corrects(found, heard)) || (found.Changes && !ChangedObjects.AreSure(found, reading, heard.Context, _matter.IsOurs(heard, lattice))) ? null : found;
    }

    private static bool Lacks(Recognised found) => found.Intent.Slots.Any(slot => slot.Value.Required && !found.Entities.ContainsKey(slot.Key));

    /// <summary>There is something to put right, and a value to put in its place.</summary>
    private static bool Corrects(Recognised found, Heard heard) =>
        found.Entities.Count > 0 && (heard.Context.LastIntent ?? heard.Context.Pending) is not null;
}
