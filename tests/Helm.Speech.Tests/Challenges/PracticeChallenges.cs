using Helm.Operations.Remediation.Challenges;
using Helm.Speech.Transcription;

namespace Helm.Speech.Tests.Challenges;

/// <summary>One challenge that is kept in memory.</summary>
internal sealed class PracticeChallenges(IReadOnlyList<string> words) : IChallengeStore
{
    private int _misses;
    private bool _used;

    /// <summary>What an answer is worth when these three words are the right ones and it is the first try.</summary>
    public static async Task<ChallengeVerdict> JudgeAsync(IReadOnlyList<string> right, string heard) =>
        await JudgeAsync(new SpokenChallenge(new PracticeChallenges(right), TimeProvider.System), heard);

    public static Task<ChallengeVerdict> JudgeAsync(SpokenChallenge challenge, Transcript heard) => JudgeAsync(challenge, heard.Words);

    private static async Task<ChallengeVerdict> JudgeAsync(SpokenChallenge challenge, string heard) =>
        (await challenge.JudgeAsync(
            "plan", new HeardWords([heard], DateTimeOffset.UnixEpoch, "api:alice", "kitchen"), TestContext.Current.CancellationToken)).Verdict;

    public Task<IReadOnlyList<string>> RecentWordsAsync(int challenges, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<string>>([]);

    public Task<Challenge> AddAsync(Challenge challenge, DateTimeOffset now, CancellationToken cancellation) => Task.FromResult(challenge);

    public Task<KeptChallenge?> FindAsync(string planHash, CancellationToken cancellation) =>
        Task.FromResult<KeptChallenge?>(new(new Challenge(planHash, words, DateTimeOffset.MaxValue), _misses, _used));

    public Task<bool> UseAsync(string planHash, int mostMisses, CancellationToken cancellation)
    {
        var free = !_used && _misses < mostMisses;
        _used = true;
        return Task.FromResult(free);
    }

    public Task<int> MissAsync(string planHash, CancellationToken cancellation) => Task.FromResult(++_misses);
}
