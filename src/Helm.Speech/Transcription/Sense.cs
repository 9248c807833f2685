using Helm.Conversation.Intents;

namespace Helm.Speech.Transcription;

/// <summary>
/// Tells by what it means whether a sentence is a request, where no list has it. The model of requests and that of whatever
/// may be said agree on what it asks for, and enough speaks for it. The weights are those of a logistic regression on some
/// 3,000 recordings of requests in the words of six authors, of talk among people and of telephone prompts, a fifth of them kept
/// aside at a time; a little over half a point is taken off, so that of talk among people less than one in a hundred is taken for a request.
/// </summary>
/// <param name="meaning">What a text asks for; null where it is no request.</param>
internal sealed class Sense(Func<string, SpokenMeaning?> meaning)
{
    private const double ForAny = -5.4;
    private const double ForCertainty = 4.9;
    private const double ForLiteral = 0.6;
    private const double ForName = 0.7;
    private const double ForLength = 2.3;
    private const double ForCommand = 1.5;

    // Who may say whatever he likes hears no better than who knows requests alone.
    private const double ForScoreOfOpen = -0.45;
    private const double ForBehind = -1.6;

    // Longer is not surer.
    private const int LongEnough = 8;

    private const double EnoughForQuestions = 0;
    private const double EnoughForChanges = 0.7;

    // Whoever listens to any talk often enough hears a request in it.
    private const double MoreForHearingAgain = 1.5;

    /// <summary>How much speaks for a request; null where the two do not ask for the same.</summary>
    /// <param name="heard">The words that count.</param>
    /// <param name="other">As the other of the two has them.</param>
    /// <param name="closed">What the model of the commands has heard.</param>
    /// <param name="advantage">How much better whatever may be said fits than a request.</param>
    public Guess? Weigh(Transcript transcript, Heard heard, Heard other, IReadOnlyList<string> closed, double advantage) =>
        meaning(heard.Text) is { } meant && meaning(other.Text)?.Match.Intent == meant.Match.Intent && Weigh(meant, closed) is { } weight
            ? new Guess(transcript, meant.Match.Intent, meant.Changes, ForAny + weight + OfHearing(heard, other, advantage))
            : null;

    /// <summary>Null where it is rather no request.</summary>
    public static Verdict? Judge(Guess guess) => Judge(guess, 0);

    /// <summary>The same, of what was not understood at first.</summary>
    public static Verdict? JudgeAgain(Guess guess) => Judge(guess, MoreForHearingAgain);

    private static Verdict? Judge(Guess guess, double more) =>
        guess.Evidence < EnoughForQuestions + more ? null
        : guess.Changes && guess.Evidence < EnoughForChanges + more ? Verdict.DidYouMean
        : Verdict.Accepted;

    /// <summary>Null for what people say to each other all day, where it is no command as well.</summary>
    private double? Weigh(SpokenMeaning meant, IReadOnlyList<string> closed)
    {
        var isCommand = meaning(string.Join(' ', closed))?.Match.Intent == meant.Match.Intent;
        return meant.IsTalk && !isCommand ? null
            : (ForCertainty * meant.Match.Score) + (meant.IsLiteral ? ForLiteral : 0) + (meant.NamesOurs ? ForName : 0) + (isCommand ? ForCommand : 0);
    }

    private static double OfHearing(Heard heard, Heard other, double advantage) =>
        (ForLength * Math.Min(heard.Words.Count, LongEnough) / LongEnough)
        + (ForScoreOfOpen * advantage)
        + (ForBehind * (heard.Behind + other.Behind));
}
