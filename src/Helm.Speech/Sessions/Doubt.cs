using Helm.Speech.Transcription;

namespace Helm.Speech.Sessions;

/// <summary>Asks back what was only nearly understood, and goes on with it once it was confirmed.</summary>
public sealed class Doubt(Func<Transcript, CancellationToken, Task<SpokenAnswer?>> answer)
{
    private static readonly HashSet<string> Yes = ["yes", "yes please", "confirm", "go ahead", "do it"];
    private static readonly HashSet<string> No = ["no", "no thanks", "do not do it", "cancel", "never mind", "stop"];

    private Transcript? _doubtful;

    public Task<SpokenAnswer?> AnswerAsync(Transcript heard, CancellationToken cancellation)
    {
        if (heard.Verdict == Verdict.DidYouMean)
        {
            _doubtful = heard;
            return Said(new SpokenAnswer($"Did you mean: {heard.Words}?", ListenAgain: true));
        }

        var meant = _doubtful;
        _doubtful = null;
        // Confirmed it is a sentence like any other: a change among them is asked about once more.
        return meant is not null && Yes.Contains(heard.Words) ? answer(meant with { Verdict = Verdict.Accepted }, cancellation)
            : meant is not null && No.Contains(heard.Words) ? Said(new SpokenAnswer("All right."))
            : answer(heard, cancellation);
    }

    private static Task<SpokenAnswer?> Said(SpokenAnswer answer) => Task.FromResult<SpokenAnswer?>(answer);
}
