using Helm.Conversation.Classification;
using Helm.Conversation.Intents.Entities;
using Helm.Conversation.Intents.Packs;

namespace Helm.Conversation.Intents.Recognition;

/// <summary>
/// What an utterance comes to while a question is open. An option that was offered and is named goes before a bare yes; a
/// yes or no that is surely one goes before a reading that names nothing; and what was learned must not doubt a yes:
/// nothing unclear ever becomes one.
/// </summary>
internal sealed class OpenQuestion(IReadOnlyList<IntentDefinition> intents)
{
    /// <summary>What was learned takes it for an answer, or for what was offered; null where it is neither.</summary>
    /// <param name="ours">It surely names something that runs here: then it is a request of its own.</param>
    public Recognised? Answered(LearnedReading reading, Heard heard, GuessedMarks marks, bool ours)
    {
        if (heard.Context.Pending is null)
        {
            return null;
        }

        return !ours && reading.Answer.Value is { } answer && IsLikelier(answer, reading.Guess) && Certainty.Answers(reading)
            ? Told(answer)
            : Offered(reading, heard, marks);
    }

    /// <summary>The reading itself, or what is rather meant; null where it is no answer.</summary>
    /// <param name="gathered">It was read from some of the words, in whatever order they come.</param>
    public Recognised? Reconsider(Recognised looser, LearnedReading reading, Heard heard, GuessedMarks marks, bool gathered) =>
        Instead(looser, reading, heard, marks) ?? (IsNone(looser, reading, gathered) ? null : looser);

    private Recognised? Instead(Recognised looser, LearnedReading reading, Heard heard, GuessedMarks marks)
    {
        if (looser.Intent.Name == IntentNames.ConfirmYes && Offered(reading, heard, marks) is { } offered)
        {
            return offered;
        }

        return reading.Answer.Value is { } answer && looser.Intent.Name != answer.Label && !Names(looser) && Certainty.AnswersSurely(reading, IsTalk(looser.Intent.Name))
            ? Told(answer)
            : null;
    }

    private static bool IsNone(Recognised looser, LearnedReading reading, bool gathered) =>
        looser.Intent.Name switch
        {
            IntentNames.ConfirmYes => looser.Score < 1 && Certainty.DoubtsYes(reading),
            IntentNames.ConfirmNo => gathered && Certainty.IsSaidElsewhere(reading),
            _ => false,
        };

    /// <summary>It says what it is about. "This" and "first" are said of anything.</summary>
    private static bool Names(Recognised found) =>
        found.Unresolved.Count > 0 || found.Entities.Keys.Any(slot => slot is not ("reference" or "ordinal" or "action" or "mode"));

    /// <summary>Than any other request, but for those that have no say against an answer.</summary>
    private static bool IsLikelier(Guess answer, Guess request) =>
        answer.Score >= request.Score - Certainty.Leeway(answer) || IsTalk(request.Label);

    /// <summary>Calling off is a refusal, thanks go with an answer, and a correction would have named what it wants.</summary>
    private static bool IsTalk(string intent) =>
        intent is IntentNames.Stop or IntentNames.Thanks or IntentNames.Correction or IntentNames.Greeting;

    private Recognised Told(Guess answer) => new(intents.First(intent => intent.Name == answer.Label), GuessedSlots.Likely(answer.Score)) { By = StatisticalRecogniser.Called };

    private Recognised? Offered(LearnedReading reading, Heard heard, GuessedMarks marks) =>
        heard.Context.Options.Contains(reading.Guess.Label) && Certainty.Takes(reading) && Filled(reading, heard, marks) is { Unresolved.Count: 0 } found
            ? found with { By = StatisticalRecogniser.Called }
            : null;

    private Recognised? Filled(LearnedReading reading, Heard heard, GuessedMarks marks)
    {
        var lattice = heard.Lattice(Reach.Exact);

        return intents.FirstOrDefault(intent => intent.Name == reading.Guess.Label) is { } intent
            ? GuessedSlots.Fill(intent, reading, heard, lattice, marks.Denied(lattice))
            : null;
    }
}
