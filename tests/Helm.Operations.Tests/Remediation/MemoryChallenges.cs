using Helm.Operations.Remediation.Challenges;

namespace Helm.Operations.Tests.Remediation;

/// <summary>Keeps challenges as the database does, one step at a time.</summary>
internal sealed class MemoryChallenges : IChallengeStore
{
    private readonly List<KeptChallenge> _kept = [];

    public Task<IReadOnlyList<string>> RecentWordsAsync(int challenges, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<string>>([.. _kept.TakeLast(challenges).SelectMany(kept => kept.Challenge.Words)]);

    public Task<Challenge> AddAsync(Challenge challenge, DateTimeOffset now, CancellationToken cancellation)
    {
        _kept.Add(new(challenge, 0, false));
        return Task.FromResult(challenge);
    }

    public Task<KeptChallenge?> FindAsync(string planHash, CancellationToken cancellation) =>
        Task.FromResult(_kept.FirstOrDefault(kept => kept.Challenge.PlanHash == planHash));

    public Task<bool> UseAsync(string planHash, int mostMisses, CancellationToken cancellation)
    {
        var index = _kept.FindIndex(kept => kept.Challenge.PlanHash == planHash && !kept.Used && kept.Misses < mostMisses);
        if (index >= 0)
        {
            _kept[index] = _kept[index] with { Used = true };
        }

        return Task.FromResult(index >= 0);
    }

    public Task<int> MissAsync(string planHash, CancellationToken cancellation)
    {
        var index = _kept.FindIndex(kept => kept.Challenge.PlanHash == planHash);
        _kept[index] = _kept[index] with { Misses = _kept[index].Misses + 1 };
        return Task.FromResult(_kept[index].Misses);
    }
}
