using Helm.Speech.Hearing;

namespace Helm.Speech.Tests.Hearing;

/// <summary>How much of real speech is understood, and how little is misunderstood; the floors are generous.</summary>
public sealed class AccuracyTests(HearingFixture fixture) : IClassFixture<HearingFixture>
{
    private static readonly (string Said, string Text)[] Commands =
    [
        ("status", "status"),
        ("status of production", "status of production"),
        ("status of staging", "status of staging"),
        ("what is the status of the main database", "what is the status of main database"),
        ("what's the health of production", "what's the health of production"),
        ("how is the database doing", "how is the database doing"),
        ("how is staging doing", "how is staging doing"),
        ("how is the checkout queue", "how is checkout queue"),
        ("run a health check on production", "run a health check on production"),
        ("show me the dashboard", "show me the dashboard"),
        ("dashboard", "dashboard"),
        ("show me the issues", "show me the issues"),
        ("list all critical issues in production", "list all critical issues in production"),
        ("show the high issues in staging", "show the high issues in staging"),
        ("list issues", "list issues"),
        ("what are the top five issues", "what are the top five issues"),
        ("top three issues", "top three issues"),
        ("what is wrong with user service", "what is wrong with user service"),
        ("what is wrong", "what is wrong"),
        ("what is wrong with payment service", "what is wrong with payment service"),
        ("investigate infra zero zero one", "investigate infra zero zero one"),
        ("investigate app zero zero three", "investigate app zero zero three"),
        ("what caused infra two", "what caused infra two"),
        ("run a cost audit", "run a cost audit"),
        ("run a security audit of production", "run a security audit of production"),
        ("run a compliance audit of staging", "run a compliance audit of staging"),
        ("remediate infra zero zero one", "remediate infra zero zero one"),
        ("fix app zero zero two", "fix app zero zero two"),
        ("restart session cache in staging", "restart session cache in staging"),
        ("escalate infra zero zero two to faber", "escalate infra zero zero two to faber"),
        ("roll back billing lambda", "roll back billing lambda"),
        ("repeat that", "repeat that"),
        ("cancel that", "cancel that"),
        ("help me", "help me"),
    ];

    private static readonly string[] Unrelated =
    [
        "the quick brown fox jumps over the lazy dog",
        "please pass the butter",
        "i think it is going to rain tomorrow afternoon",
        "did you watch the game last night",
        "we should have lunch at the new place around the corner",
        "the meeting was moved to thursday because of the holiday",
        "my sister bought a red bicycle for her son",
        "could you send me the slides after the call",
        "he said that the train was late again this morning",
        "turn left at the second traffic light",
        "nobody knows where the cat is hiding",
        "it costs about twenty dollars with shipping",
    ];

    // Sentences that sound like a change and are none.
    private static readonly string[] NearMisses =
    [
        "we started fashion cash in paris",
        "he escaped into the two labour",
        "roll the ball back to the lamp",
        "the radiator in the infirmary has rusted one",
        "fix a cup of tea for two",
        "she started the payment of service tax",
        "the roll is back in the building",
        "mediate in front of everyone",
        "restart the movie from the beginning",
        "escalators are out of order today",
    ];

    [Fact(Skip = Installed.NoEngines, SkipUnless = nameof(Installed.Engines), SkipType = typeof(Installed))]
    public void Most_commands_of_three_voices_wake_and_are_understood_word_by_word()
    {
        var results = Hear(Commands.Select(command => ("hey helm, " + command.Said, command.Text)), requireWake: true);
        Report("commands after the wake phrase", results);

        Assert.InRange(Share(results, result => result.Result.Woke), 0.95, 1);
        Assert.InRange(Share(results, result => result.Result.Accepted && result.Result.Text == result.Text), 0.9, 1);
        Assert.InRange(Share(results, result => result.Result.Accepted && result.Result.Text != result.Text), 0, 0.03);
    }

    [Fact(Skip = Installed.NoEngines, SkipUnless = nameof(Installed.Engines), SkipType = typeof(Installed))]
    public void Without_the_wake_phrase_most_commands_are_understood_and_changes_are_marked()
    {
        var results = Hear(Commands, requireWake: false);
        Report("commands alone", results);

        Assert.InRange(Share(results, result => result.Result.Accepted && result.Result.Text == result.Text), 0.9, 1);
        string[] changes = ["remediate", "fix", "restart", "escalate", "roll"];
        Assert.All(results.Where(result => result.Result.Accepted), result =>
            Assert.Equal(changes.Contains(result.Result.Text.Split(' ')[0]), result.Result.Transcript.NeedsConfirmation));
    }

    [Fact(Skip = Installed.NoEngines, SkipUnless = nameof(Installed.Engines), SkipType = typeof(Installed))]
    public void Unrelated_talk_neither_wakes_nor_is_taken_for_a_command()
    {
        var asleep = Hear(Unrelated.Select(said => (said, "")), requireWake: true);
        var awake = Hear(Unrelated.Select(said => (said, "")), requireWake: false);
        Report("unrelated, listening", awake);

        Assert.DoesNotContain(asleep, result => result.Result.Woke);
        Assert.InRange(awake.Count(result => result.Result.Accepted), 0, 1);
    }

    [Fact(Skip = Installed.NoEngines, SkipUnless = nameof(Installed.Engines), SkipType = typeof(Installed))]
    public void What_only_sounds_like_a_change_is_not_accepted_as_one()
    {
        var results = Hear(NearMisses.Select(said => (said, "")), requireWake: false);
        Report("near misses", results);

        Assert.InRange(results.Count(result => result.Result.Accepted && result.Result.Transcript.NeedsConfirmation), 0, 1);
    }

    [Fact(Skip = Installed.NoEngines, SkipUnless = nameof(Installed.Engines), SkipType = typeof(Installed))]
    public void With_noise_half_of_the_commands_are_still_understood_and_few_wrongly()
    {
        var results = Commands.Take(20).Select(command => (command.Text, Result: fixture.Hear(
            fixture.Recordings.WithNoise(fixture.Recordings.Of("slt", command.Said), decibelsBelow: 20), requireWake: false))).ToList();
        Report("commands alone, pink noise 20 dB", results);

        Assert.InRange(Share(results, result => result.Result.Accepted && result.Result.Text == result.Text), 0.5, 1);
        Assert.InRange(results.Count(result => result.Result.Accepted && result.Result.Text != result.Text), 0, 2);
    }

    private List<(string Text, HearResult Result)> Hear(IEnumerable<(string Said, string Text)> sentences, bool requireWake) =>
        [.. from sentence in sentences
            from voice in Recordings.Voices
            select (sentence.Text, fixture.Hear(fixture.Recordings.Of(voice, sentence.Said), requireWake))];

    private static double Share(List<(string Text, HearResult Result)> all, Func<(string Text, HearResult Result), bool> which) => (double)all.Count(which) / all.Count;

    /// <summary>The figures behind the floors, for whoever reads the test's output.</summary>
    private static void Report(string what, List<(string Text, HearResult Result)> results)
    {
        var delays = results.Select(result => result.Result.EndToTextMs ?? 0).Order().ToList();
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{what}: {results.Count} recordings, woke {results.Count(r => r.Result.Woke)}, "
            + $"accepted and right {results.Count(r => r.Result.Accepted && r.Result.Text == r.Text)}, "
            + $"accepted and other {results.Count(r => r.Result.Accepted && r.Result.Text != r.Text)}, "
            + $"end to text p95 {delays[delays.Count * 95 / 100]:F0} ms");
        foreach (var (text, result) in results.Where(r => r.Result.Accepted != (r.Text.Length > 0) || (r.Result.Accepted && r.Result.Text != r.Text)))
        {
            TestContext.Current.TestOutputHelper?.WriteLine(
                $"  \"{text}\": {result.Transcript.Verdict} {result.Transcript.Distance:F2} grammar \"{result.Transcript.ByGrammar}\" model \"{result.Transcript.ByLanguageModel}\"");
        }
    }
}
