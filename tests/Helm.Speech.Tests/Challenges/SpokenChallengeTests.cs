using Helm.Operations.Remediation.Challenges;
using Helm.Speech.Transcription;

namespace Helm.Speech.Tests.Challenges;

/// <summary>Nobody approves anything but by the right words, said at the right time.</summary>
public sealed class SpokenChallengeTests : IAsyncLifetime
{
    private const int WrongTries = 10_000;

    private static readonly bool IsSoak = Environment.GetEnvironmentVariable("HELM_SOAK") is not null;
    private static readonly int Spoken = IsSoak ? 120 : 12;

    private static readonly string[] NoChallenge =
    [
        "hey helm", "hey helm, confirm", "yes", "yes please do it", "confirm", "approve it now", "go ahead", "status of production",
        "cabin toast lettuce", "dragging tulips banner", "silver spoon planet earth", "the quick brown fox jumps over the lazy dog",
    ];

    // A word of challenges, and what sounds like it and is none.
    private static readonly (string Right, string Near)[] NearSounding =
    [
        ("lobster", "mobster"), ("maple", "staple"), ("spider", "cider"), ("magnet", "maggot"), ("banjo", "bandage"), ("kingdom", "kings done"),
        ("dragon", "wagon"), ("fabric", "fabrics are"), ("ginger", "injure"), ("gravity", "depravity"), ("clover", "closer"), ("festival", "vestibule"),
        ("donkey", "monkey"), ("tomato", "potato"), ("pottery", "lottery"), ("raisin", "reason"), ("dolphin", "golfing"), ("guitar", "cigar"),
    ];

    private readonly ChallengedSpeaker _speaker = new();

    public ValueTask InitializeAsync() => _speaker.StartAsync();

    [Fact(Skip = Installed.NoEngines, SkipUnless = nameof(Installed.Engines), SkipType = typeof(Installed))]
    public async Task The_right_words_are_accepted_at_the_first_try()
    {
        var (right, all) = (0, 0);
        foreach (var words in Enumerable.Range(0, Spoken).Select(_ => _speaker.Three()))
        {
            foreach (var voice in Recordings.Voices)
            {
                var heard = await _speaker.HearAsync(_speaker.Said(voice, words));
                all++;
                var accepted = heard.Verdict == Verdict.Accepted
                    && await PracticeChallenges.JudgeAsync(words, heard.Words) == ChallengeVerdict.Accepted;
                right += accepted ? 1 : 0;
                Note(accepted ? "" : $"{voice} said \"{string.Join(' ', words)}\", heard \"{heard.ByGrammar}\" and \"{heard.ByLanguageModel}\"");
            }
        }

        Note($"right words accepted at the first try: {right} of {all}");
        // The goal is 95 of a hundred; of so few as an ordinary run has, one or two more may miss by chance.
        Assert.InRange((double)right / all, IsSoak ? 0.95 : 0.9, 1);
    }

    [Fact(Skip = Installed.NoEngines, SkipUnless = nameof(Installed.Engines), SkipType = typeof(Installed))]
    public async Task Of_ten_thousand_wrong_tries_none_is_accepted()
    {
        var heard = await WrongAnswersAsync();
        var (tries, approvals) = (0, 0);
        while (tries < WrongTries)
        {
            var right = _speaker.Three();
            foreach (var (said, transcript) in heard)
            {
                if (!said.SequenceEqual(right))
                {
                    // Even what the gate did not let pass is tried.
                    tries++;
                    approvals += await PracticeChallenges.JudgeAsync(right, transcript) == ChallengeVerdict.Accepted ? 1 : 0;
                }
            }
        }

        Note($"{tries} wrong tries by {heard.Count} sounds: {approvals} approvals");
        Assert.Equal(0, approvals);
    }

    [Fact(Skip = Installed.NoEngines, SkipUnless = nameof(Installed.Engines), SkipType = typeof(Installed))]
    public async Task Three_words_that_only_sound_like_the_right_ones_are_not_accepted()
    {
        var approvals = new List<string>();
        foreach (var (voice, three) in
            from three in NearSounding.Chunk(3)
            from voice in IsSoak ? Recordings.Voices : [Recordings.Voices[approvals.Count % 3]]
            select (voice, three))
        {
            var heard = await _speaker.HearAsync(_speaker.Said(voice, [.. three.Select(word => word.Near)]));
            string[] right = [.. three.Select(word => word.Right)];
            if (heard.Verdict == Verdict.Accepted && await PracticeChallenges.JudgeAsync(right, heard.Words) == ChallengeVerdict.Accepted)
            {
                approvals.Add($"{voice} for {string.Join(' ', right)}: {heard.ByGrammar} and {heard.ByLanguageModel}");
            }
        }

        Assert.Empty(approvals);
    }

    [Fact(Skip = Installed.NoEngines, SkipUnless = nameof(Installed.Engines), SkipType = typeof(Installed))]
    public async Task A_recording_of_an_earlier_approval_approves_neither_the_same_plan_again_nor_another_one()
    {
        string[] words = ["cactus", "elephant", "tornado"];
        var recording = _speaker.Said("slt", words);
        var challenge = new SpokenChallenge(new PracticeChallenges(words), TimeProvider.System);
        var other = new SpokenChallenge(new PracticeChallenges(_speaker.Three()), TimeProvider.System);

        Assert.Equal(ChallengeVerdict.Accepted, await PracticeChallenges.JudgeAsync(challenge, await _speaker.HearAsync(recording)));
        Assert.Equal(ChallengeVerdict.Used, await PracticeChallenges.JudgeAsync(challenge, await _speaker.HearAsync(recording)));
        Assert.Equal(ChallengeVerdict.Missed, await PracticeChallenges.JudgeAsync(other, await _speaker.HearAsync(recording)));
    }

    [Fact(Skip = Installed.NoEngines, SkipUnless = nameof(Installed.Engines), SkipType = typeof(Installed))]
    public async Task Nearly_the_right_words_the_right_ones_in_another_order_and_Helms_own_reading_are_not_accepted()
    {
        var approvals = new List<string>();
        for (var i = 0; i < Spoken / 2; i++)
        {
            var right = _speaker.Three();
            var other = _speaker.Three();
            string[][] nearly = [[right[0], right[1], other[2]], [right[1], right[0], right[2]], [right[0], right[1]], [.. right, other[0]]];
            foreach (var said in nearly)
            {
                await TryAsync(right, _speaker.Said(Recordings.Voices[i % 3], said), string.Join(' ', said));
            }

            // Helm reads the right words aloud while somebody says others.
            await TryAsync(right, await _speaker.MixedAsync(right, other), "Helm's own voice");
        }

        Assert.Empty(approvals);

        async Task TryAsync(string[] right, short[] sound, string what)
        {
            var heard = await _speaker.HearAsync(sound);
            if (heard.Verdict == Verdict.Accepted && await PracticeChallenges.JudgeAsync(right, heard.Words) == ChallengeVerdict.Accepted)
            {
                approvals.Add($"{what} for {string.Join(' ', right)}");
            }
        }
    }

    [Fact]
    public void At_least_fifty_decoys_and_all_commands_stay_in_the_language()
    {
        var language = ChallengeLanguage.Of(SmallLanguage.Spoken, ["lizard"]);

        Assert.Superset(SmallLanguage.Spoken.Patterns.ToHashSet(), language.Patterns.ToHashSet());
        Assert.InRange(language.SlotForms["challenge second"].Count - 3, 50, int.MaxValue);
        Assert.Contains("lizard", language.SlotForms["challenge third"]);
    }

    public ValueTask DisposeAsync()
    {
        _speaker.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Other words, earlier approvals, the wake phrase, commands, words that are in no challenge, near-sounding ones, and Helm's voice over a person's.</summary>
    private async Task<List<(string[] Said, string Heard)>> WrongAnswersAsync()
    {
        var answers = new List<(string[] Said, string Heard)>();
        foreach (var words in Enumerable.Range(0, 2 * Spoken).Select(_ => _speaker.Three()))
        {
            var voice = Recordings.Voices[answers.Count % 3];
            answers.Add((words, (await _speaker.HearAsync(_speaker.Said(voice, words))).ByGrammar));
        }

        foreach (var said in NoChallenge)
        {
            answers.Add(([said], (await _speaker.HearAsync(_speaker.Said("slt", [said]))).ByGrammar));
        }

        foreach (var near in NearSounding.Chunk(3).Take(IsSoak ? 8 : 2))
        {
            string[] said = [.. near.Select(word => word.Near)];
            answers.Add((said, (await _speaker.HearAsync(_speaker.Said("awb", said))).ByGrammar));
        }

        for (var i = 0; i < (IsSoak ? 30 : 3); i++)
        {
            var (byHelm, byPerson) = (_speaker.Three(), _speaker.Three());
            answers.Add(([.. byHelm, .. byPerson], (await _speaker.HearAsync(await _speaker.MixedAsync(byHelm, byPerson))).ByGrammar));
        }

        return answers;
    }

    private static void Note(string what)
    {
        if (what.Length > 0)
        {
            TestContext.Current.TestOutputHelper?.WriteLine(what);
        }
    }
}
