namespace Helm.Speech.Transcription;

/// <summary>Listens again to what was not understood, as if others had said it, and believes what it hears time and again.</summary>
internal static class SecondHearing
{
    /// <returns>What was heard first where nothing better is heard.</returns>
    public static Transcript Of(Hearing first, short[] samples, Func<short[], Hearing> hear, CancellationToken stale)
    {
        List<Hearing> hearings = [first];
        foreach (var other in VocalTracts.Of(samples))
        {
            if (stale.IsCancellationRequested)
            {
                break;
            }

            hearings.Add(hear(other));
            if (hearings[^1].Transcript is { Verdict: Verdict.Accepted, FollowsPattern: true } understood)
            {
                return understood;
            }

            if (Sense.Together([.. hearings.Select(hearing => hearing.Guess).OfType<Guess>()]) is { } agreed)
            {
                return agreed;
            }
        }

        return first.Transcript;
    }
}
