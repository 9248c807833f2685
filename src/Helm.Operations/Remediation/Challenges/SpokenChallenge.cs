using System.Security.Cryptography;

namespace Helm.Operations.Remediation.Challenges;

/// <summary>Makes challenges of random words and judges the answers.</summary>
public sealed class SpokenChallenge(IChallengeStore store, TimeProvider time) : ISpokenChallenge
{
    /// <summary>Wrong answers that burn a challenge and its plan.</summary>
    public const int MostMisses = 3;

    public const int WordCount = 3;

    internal const int NotReusedWithin = 50;

    public async Task<Challenge> CreateAsync(string planHash, DateTimeOffset expiresAt, CancellationToken cancellation)
    {
        if (await store.FindAsync(planHash, cancellation) is { } kept)
        {
            return kept.Challenge;
        }

        var recent = await store.RecentWordsAsync(NotReusedWithin, cancellation);
        return await store.AddAsync(new(planHash, Choose(recent), expiresAt), time.GetUtcNow(), cancellation);
    }

    public async Task<ChallengeJudgement> JudgeAsync(string planHash, HeardWords heard, CancellationToken cancellation) =>
        await store.FindAsync(planHash, cancellation) switch
        {
            null => new(ChallengeVerdict.Unknown, 0),
            { Used: true } kept => new(ChallengeVerdict.Used, kept.Misses),
            { Misses: >= MostMisses } kept => new(ChallengeVerdict.Burned, kept.Misses),
            { } kept when Later(heard.At, time.GetUtcNow()) >= kept.Challenge.ExpiresAt => new(ChallengeVerdict.Expired, kept.Misses),
            { } kept when IsRight(kept.Challenge, heard.Words) => await UseAsync(kept, cancellation),
            { } => await MissAsync(planHash, cancellation),
        };

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private async Task<ChallengeJudgement> UseAsync(KeptChallenge kept, CancellationToken cancellation) =>
        await store.UseAsync(kept.Challenge.PlanHash, MostMisses, cancellation)
            ? new(ChallengeVerdict.Accepted, kept.Misses)
            : new(ChallengeVerdict.Used, kept.Misses);

    private async Task<ChallengeJudgement> MissAsync(string planHash, CancellationToken cancellation)
    {
        var misses = await store.MissAsync(planHash, cancellation);
        return new(misses >= MostMisses ? ChallengeVerdict.Burned : ChallengeVerdict.Missed, misses);
    }

    /// <summary>Of the words that belong to challenges, exactly the three, in their order: a guess of many words hits nothing.</summary>
    private static bool IsRight(Challenge challenge, IReadOnlyList<string> heard) =>
        heard.SelectMany(word => word.Split(Separators, StringSplitOptions.RemoveEmptyEntries))
            .Where(ChallengeWords.Contains)
            .SequenceEqual(challenge.Words, StringComparer.OrdinalIgnoreCase);

    private static readonly char[] Separators = [' ', '\t', '\n', ',', '.', ';', ':', '-', '!', '?', '"'];

    /// <summary>Three words of different first letters, unpredictable and not heard lately.</summary>
    private static IReadOnlyList<string> Choose(IReadOnlyCollection<string> recent)
    {
        var free = ChallengeWords.All.Except(recent, StringComparer.OrdinalIgnoreCase).ToArray();
        RandomNumberGenerator.Shuffle<string>(free);
        return [.. free.DistinctBy(word => word[0]).Take(WordCount)];
    }
}
