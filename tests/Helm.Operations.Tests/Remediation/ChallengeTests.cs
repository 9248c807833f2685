using Helm.Operations.Remediation.Challenges;

namespace Helm.Operations.Tests.Remediation;

public sealed class ChallengeTests
{
    private static readonly CancellationToken None = TestContext.Current.CancellationToken;
    private readonly TestClock _time = new();
    private readonly SpokenChallenge _challenge;

    public ChallengeTests() => _challenge = new(new MemoryChallenges(), _time);

    [Fact]
    public void There_are_two_hundred_words_and_none_twice()
    {
        Assert.True(ChallengeWords.All.Count >= 200);
        Assert.Equal(ChallengeWords.All.Order(StringComparer.Ordinal).Distinct(), ChallengeWords.All);
        Assert.All(ChallengeWords.All, word => Assert.Matches("^[a-z]{4,}$", word));
    }

    [Fact]
    public async Task Words_are_not_heard_again_within_fifty_challenges()
    {
        var lately = new Queue<IReadOnlyList<string>>();
        for (var number = 0; number < 300; number++)
        {
            var words = (await CreateAsync($"plan {number}")).Words;
            Assert.Equal(3, words.DistinctBy(word => word[0]).Count());
            Assert.All(words, word => Assert.True(ChallengeWords.Contains(word)));
            Assert.Empty(words.Intersect(lately.SelectMany(one => one)));
            lately.Enqueue(words);
            if (lately.Count > 50)
            {
                lately.Dequeue();
            }
        }
    }

    [Fact]
    public async Task A_plan_keeps_its_words_when_it_is_asked_again() =>
        Assert.Equal((await CreateAsync("plan")).Words, (await CreateAsync("plan")).Words);

    [Fact]
    public async Task The_right_words_are_accepted_once()
    {
        var words = (await CreateAsync("plan")).Words;

        Assert.Equal(ChallengeVerdict.Accepted, await JudgeAsync("plan", $"Yes, {words[0].ToUpperInvariant()} {words[1]}, {words[2]}."));
        Assert.Equal(ChallengeVerdict.Used, await JudgeAsync("plan", string.Join(' ', words)));
    }

    [Fact]
    public async Task Words_of_another_plan_in_another_order_or_too_many_are_misses_and_the_third_burns()
    {
        var words = (await CreateAsync("plan")).Words;
        var other = (await CreateAsync("other")).Words;

        Assert.Equal(ChallengeVerdict.Missed, await JudgeAsync("plan", string.Join(' ', other)));
        Assert.Equal(ChallengeVerdict.Missed, await JudgeAsync("plan", string.Join(' ', words.Reverse())));
        Assert.Equal(ChallengeVerdict.Burned, await JudgeAsync("plan", string.Join(' ', ChallengeWords.All)));
        Assert.Equal(ChallengeVerdict.Burned, await JudgeAsync("plan", string.Join(' ', words)));
    }

    [Fact]
    public async Task Right_words_that_come_too_late_are_expired_whenever_they_claim_to_be_said()
    {
        var words = string.Join(' ', (await CreateAsync("plan")).Words);
        var said = _time.GetUtcNow();
        _time.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal(ChallengeVerdict.Expired, (await _challenge.JudgeAsync("plan", new([words], said, "local:owner"), None)).Verdict);
    }

    [Fact]
    public async Task Words_for_a_plan_without_a_challenge_are_worth_nothing() =>
        Assert.Equal(ChallengeVerdict.Unknown, await JudgeAsync("nothing", "amber"));

    private Task<Challenge> CreateAsync(string plan) => _challenge.CreateAsync(plan, _time.GetUtcNow().AddMinutes(10), None);

    private async Task<ChallengeVerdict> JudgeAsync(string plan, string said) =>
        (await _challenge.JudgeAsync(plan, new([said], _time.GetUtcNow(), "local:owner"), None)).Verdict;
}
