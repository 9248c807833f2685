using Helm.Speech.Transcription;
using Helm.Speech.Wake;

namespace Helm.Speech.Tests.Transcription;

/// <summary>Grammar, language model and gate, without an engine.</summary>
public sealed class TranscriptionTests : IDisposable
{
    private static readonly WakePhrase Phrase = WakePhrase.Of("hey helm");

    private readonly SmallLexicon _lexicon = new();

    [Theory]
    [InlineData("API-Lambda_001", "api lambda zero zero one")]
    [InlineData("what's up", "what's up")]
    [InlineData("  'quoted'  infra-12 ", "quoted' infra one two")]
    [InlineData("<rule> = evil;", "rule evil")]
    [InlineData("日本", "")]
    public void Names_become_plain_words(string name, string words) => Assert.Equal(words, string.Join(' ', SpokenWords.Of(name)));

    [Theory]
    [InlineData("hey helm status of production", "status of production")]
    [InlineData("hey helm", "")]
    [InlineData("status hey helm", "status hey helm")]
    [InlineData(null, "")]
    public void The_wake_phrase_in_front_is_taken_off(string? hypothesis, string words) =>
        Assert.Equal(words, string.Join(' ', SpokenWords.OfHypothesis(hypothesis, Phrase)));

    [Fact]
    public void A_name_that_is_a_control_word_or_has_no_sound_is_left_out_with_the_reason_and_the_rest_stays()
    {
        var language = Small(["stop", "stopwatch", "zzyx lambda", "api lambda", "***"]);

        var speakable = SpeakableLanguage.From(language, _lexicon.Open(), Phrase);

        Assert.Equal(["stopwatch", "api lambda"], speakable.Slots["resource"].Select(form => string.Join(' ', form)));
        Assert.Contains(speakable.LeftOut, left => left is { What: "resource \"stop\"" } && left.Why.Contains("control word", StringComparison.Ordinal));
        Assert.Contains(speakable.LeftOut, left => left is { What: "resource \"zzyx lambda\"" } && left.Why.Contains("\"zzyx\"", StringComparison.Ordinal));
        Assert.Contains(speakable.LeftOut, left => left is { What: "resource \"***\"" });
    }

    [Fact]
    public void A_phrase_without_speakable_names_is_left_out_and_its_optional_parts_only_shorten_it()
    {
        var language = new Conversation.Intents.SpokenLanguage(
            [
                new("fix", true, SmallLanguage.Parse("stop {resource}")),
                new("stop", false, SmallLanguage.Parse("stop [the {resource}] [(main|zzyx)]")),
            ],
            new Dictionary<string, IReadOnlyList<string>> { ["resource"] = ["zzyx"] });

        var speakable = SpeakableLanguage.From(language, _lexicon.Open(), Phrase);
        var sentences = new SentenceSampler(speakable).Sentences().Select(sentence => string.Join(' ', sentence.Words)).Order();

        Assert.Equal(["stop", "stop main"], sentences);
    }

    [Fact]
    public void The_same_language_gives_the_same_sentences_and_every_name_is_among_them()
    {
        string[] names = [.. Enumerable.Range(0, 150).Select(i => $"main {(i % 2 == 0 ? "front" : "door")} {string.Join(' ', Enumerable.Repeat("api", i / 2 + 1))}")];
        var language = SpeakableLanguage.From(Small(names), _lexicon.Open(), Phrase);

        var first = new SentenceSampler(language).Sentences().Select(sentence => string.Join(' ', sentence.Words)).ToList();
        var second = new SentenceSampler(language).Sentences().Select(sentence => string.Join(' ', sentence.Words)).ToList();

        Assert.Equal(first, second);
        Assert.All(names, name => Assert.Contains($"stop {name}", first));
    }

    [Theory]
    [InlineData("status of production", "status of production", 0)]
    [InlineData("status of production", "status production", 1.0 / 3)]
    [InlineData("help", "", 1)]
    [InlineData("", "", 0)]
    [InlineData("purge cloud front", "purge cloudfront", 0)]
    [InlineData("fix infra one", "fix infra two", 1.0 / 3)]
    [InlineData("what is wrong with cluster", "what is wrong with picture", 2.0 / 6)]
    [InlineData("what happened today", "what happened to cake", 3.0 / 5)]
    public void Distance_is_the_share_of_words_that_differ_and_words_of_no_command_count_twice(string one, string other, double expected) =>
        Assert.Equal(expected, AgreementGate.Distance(Words(one), Words(other), word => word is not ("picture" or "cake")), 6);

    [Theory]
    [InlineData(0.0, false, Verdict.Accepted)]
    [InlineData(0.34, false, Verdict.Accepted)]
    [InlineData(0.35, false, Verdict.Rejected)]
    [InlineData(0.20, true, Verdict.Accepted)]
    [InlineData(0.25, true, Verdict.DidYouMean)]
    [InlineData(0.35, true, Verdict.Rejected)]
    public void A_change_must_be_heard_more_surely_than_a_question(double distance, bool changes, Verdict verdict)
    {
        Assert.Equal(verdict, AgreementGate.Judge(["word"], distance, changes, new AgreementOptions()));
        Assert.Equal(Verdict.NothingHeard, AgreementGate.Judge([], distance, changes, new AgreementOptions()));
    }

    [Theory]
    [InlineData("restart api lambda in staging", "remediate")]
    [InlineData("restart api lambda", "remediate")]
    [InlineData("what's the status of api lambda", "status")]
    [InlineData("restart", "")]
    [InlineData("restart api lambda please", "")]
    public void A_sentence_is_known_by_the_pattern_it_follows(string sentence, string intent)
    {
        var spoken = SmallLanguage.Spoken;
        var language = new SpeakableLanguage(
            spoken.Patterns,
            spoken.SlotForms.ToDictionary(slot => slot.Key, slot => (IReadOnlyList<IReadOnlyList<string>>)[.. slot.Value.Select(SpokenWords.Of)]),
            new Dictionary<string, IReadOnlyList<string>>(),
            []);

        var matches = new PatternMatcher(language).Matches(sentence.Split(' ')).Select(pattern => pattern.Intent);

        Assert.Equal(intent, string.Join(' ', matches));
    }

    [Fact]
    public void Please_and_right_now_may_be_said_around_commands_but_not_around_a_yes()
    {
        string[] lines = ["please P L IY Z", "right R AY T", "now N AW", "yes Y EH S"];
        var lexicon = _lexicon.Open(_lexicon.Write(lines));
        var language = new Conversation.Intents.SpokenLanguage(
            [new("fix", true, SmallLanguage.Parse("stop api")), new("yes", false, SmallLanguage.Parse("yes"))], new Dictionary<string, IReadOnlyList<string>>());

        var matcher = new PatternMatcher(SpeakableLanguage.From(language, lexicon, Phrase));

        Assert.All(["stop api", "please stop api", "stop api right now", "stop api please"], said => Assert.Single(matcher.Matches(Words(said))));
        Assert.All(["yes please", "yes right now", "stop api now"], said => Assert.Empty(matcher.Matches(Words(said))));
    }

    private static string[] Words(string said) => said.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static Conversation.Intents.SpokenLanguage Small(IReadOnlyList<string> resources) => new(
        [new("stop", false, SmallLanguage.Parse("stop {resource}"))],
        new Dictionary<string, IReadOnlyList<string>> { ["resource"] = resources });

    public void Dispose() => _lexicon.Dispose();
}
