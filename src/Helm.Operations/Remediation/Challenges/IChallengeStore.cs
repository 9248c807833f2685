namespace Helm.Operations.Remediation.Challenges;

/// <summary>Keeps challenges; each step is one conditional statement, so that of two hosts one gets its way.</summary>
public interface IChallengeStore
{
    /// <summary>The words of the latest challenges, newest first.</summary>
    Task<IReadOnlyList<string>> RecentWordsAsync(int challenges, CancellationToken cancellation);

    /// <summary>Keeps it; the one that is there already when the plan has one.</summary>
    Task<Challenge> AddAsync(Challenge challenge, DateTimeOffset now, CancellationToken cancellation);

    Task<KeptChallenge?> FindAsync(string planHash, CancellationToken cancellation);

    /// <summary>Uses it up; false when somebody was faster or it is burned.</summary>
    Task<bool> UseAsync(string planHash, int mostMisses, CancellationToken cancellation);

    /// <summary>Counts a wrong answer; returns how many there were, this one included.</summary>
    Task<int> MissAsync(string planHash, CancellationToken cancellation);
}

/// <summary>A challenge and what became of it so far.</summary>
public sealed record KeptChallenge(Challenge Challenge, int Misses, bool Used);
