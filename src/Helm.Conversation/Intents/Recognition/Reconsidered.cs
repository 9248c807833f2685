namespace Helm.Conversation.Intents.Recognition;

/// <summary>
/// A looser reading stands only where what was learned is sure neither of another intent nor of another matter. A reading
/// of the words just as they stand needs no second look.
/// </summary>
internal sealed class Reconsidered(IRecogniser looser, StatisticalRecogniser guesses) : IRecogniser
{
    public string Name => looser.Name;

    public Recognised? Recognise(Heard heard)
    {
        var found = looser.Recognise(heard);
        found = found is null ? null : guesses.ReconsiderAnswer(found, heard, gathered: looser is not PatternRecogniser);
        if (found is null || found.By is not null || IsSaid(found))
        {
            return found;
        }

        found = guesses.Reconsider(found, heard);
        if (found is not null && looser is not PatternRecogniser)
        {
            guesses.Complete(found, heard);
        }

        return found;
    }

    /// <summary>A change without anything that it changes is looked at again: "drop the ball".</summary>
    private bool IsSaid(Recognised found) =>
        looser is PatternRecogniser && found.Score >= 1 && !ChangedObjects.AreMissing(found);
}
