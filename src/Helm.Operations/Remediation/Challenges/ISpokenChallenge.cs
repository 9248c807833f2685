namespace Helm.Operations.Remediation.Challenges;

/// <summary>Three words that somebody says or types to prove that they mean this plan, now.</summary>
/// <remarks>
/// The door does the hearing (its decoys, its gate, and that nothing counts which was heard while Helm spoke); what the
/// words are worth is decided here, the same for a microphone and a keyboard. A challenge is kept in the database, so a
/// restart or a second host changes nothing.
/// </remarks>
public interface ISpokenChallenge
{
    /// <summary>Three words for a plan; none of them was used in the last fifty challenges. A plan has one challenge, asked for again it is the same.</summary>
    Task<Challenge> CreateAsync(string planHash, DateTimeOffset expiresAt, CancellationToken cancellation);

    /// <summary>Judges what was heard, and remembers the judgement: an accepted challenge never accepts again.</summary>
    Task<ChallengeJudgement> JudgeAsync(string planHash, HeardWords heard, CancellationToken cancellation);
}

/// <summary>The words to say, in this order.</summary>
/// <param name="Words">Three of <see cref="ChallengeWords.All"/>.</param>
public sealed record Challenge(string PlanHash, IReadOnlyList<string> Words, DateTimeOffset ExpiresAt);

/// <summary>What a door made of an answer to a challenge.</summary>
/// <param name="Words">As heard or typed; capitals and other words around ("yes", "please") do no harm, a fourth word of the list does.</param>
/// <param name="At">When the sound ended, or the text came.</param>
/// <param name="SpeakerId">The person whom the door authenticated, or the owner of the device.</param>
/// <param name="Device">The microphone; null for typed words.</param>
public sealed record HeardWords(IReadOnlyList<string> Words, DateTimeOffset At, string SpeakerId, string? Device = null);

/// <summary>What an answer to a challenge is worth.</summary>
/// <param name="Misses">How many wrong answers there were, this one included.</param>
public sealed record ChallengeJudgement(ChallengeVerdict Verdict, int Misses);

/// <summary>The outcomes of a challenge.</summary>
public enum ChallengeVerdict
{
    Accepted,

    /// <summary>Wrong; there are tries left.</summary>
    Missed,

    /// <summary>Wrong for the third time: neither this challenge nor its plan is ever accepted.</summary>
    Burned,
    Expired,

    /// <summary>It was accepted before; the same words approve nothing a second time.</summary>
    Used,

    /// <summary>No challenge was made for such a plan.</summary>
    Unknown,
}
