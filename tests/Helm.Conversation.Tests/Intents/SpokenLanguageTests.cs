using Helm.Conversation.Intents;

namespace Helm.Conversation.Tests.Intents;

public sealed class SpokenLanguageTests
{
    private static readonly SpokenLanguage Spoken = Table.English.Spoken(Table.Company);

    [Theory]
    [InlineData("environment", "production")]
    [InlineData("environment", "prod")]
    [InlineData("resource", "api lambda")]
    [InlineData("issue_id", "infra one")]
    [InlineData("issue_id", "infra zero zero one")]
    [InlineData("top number", "five")]
    [InlineData("duration", "half an hour")]
    public void Values_are_given_as_they_are_said(string slot, string form) => Assert.Contains(form, Spoken.SlotForms[slot]);

    [Fact]
    public void Nothing_has_digits_or_symbols() =>
        Assert.All(
            Spoken.SlotForms.Values.SelectMany(forms => forms).Concat(Spoken.Patterns.SelectMany(pattern => Words(pattern.Pattern))),
            form => Assert.All(form, letter => Assert.True(char.IsAsciiLetterLower(letter) || letter is ' ' or '\'', form)));

    [Fact]
    public void Every_slot_of_a_pattern_has_forms() =>
        Assert.All(Spoken.Patterns.SelectMany(pattern => Slots(pattern.Pattern)).Distinct(), slot => Assert.NotEmpty(Spoken.SlotForms[slot]));

    [Fact]
    public void The_daily_questions_are_among_the_patterns() =>
        Assert.Superset(
            new HashSet<string> { IntentNames.StatusQuery, IntentNames.IssuesList, IntentNames.ConfirmYes, IntentNames.Stop },
            Spoken.Patterns.Select(pattern => pattern.Intent).ToHashSet());

    [Theory]
    [InlineData("status of production", false, true, true)]
    [InlineData("restart the api lambda", true, true, true)]
    [InlineData("any idea why everything crawls so badly tonight", false, false, false)]
    public void A_sentence_has_a_meaning_by_itself(string text, bool changes, bool literal, bool names)
    {
        var meaning = Spoken.Meaning(text)!;

        Assert.Equal((changes, literal, names), (meaning.Changes, meaning.IsLiteral, meaning.NamesOurs));
    }

    [Theory]
    [InlineData("thank you", true)]
    [InlineData("status of production", false)]
    public void Talk_among_people_is_told_from_requests(string text, bool isTalk) => Assert.Equal(isTalk, Spoken.Meaning(text)!.IsTalk);

    [Theory]
    [InlineData("yes")]
    [InlineData("my sister moved to portugal in march")]
    public void Answers_and_other_matters_have_none(string text) => Assert.Null(Spoken.Meaning(text));

    [Theory]
    [InlineData(IntentNames.StatusQuery, "how are we doing on {environment}")]
    [InlineData(IntentNames.Investigate, "what's causing the {resource} errors")]
    [InlineData(IntentNames.Acknowledge, "i'm on it")]
    [InlineData(null, "open the garage")]
    public void What_is_learned_from_can_be_said_with_any_name(string? intent, string text) =>
        Assert.Contains(new SpokenExample(intent, text), Spoken.Examples);

    [Fact]
    public void Examples_have_words_and_slots_with_forms_only_and_answer_no_question() =>
        Assert.All(Spoken.Examples, example =>
        {
            Assert.NotEqual(IntentNames.ConfirmYes, example.Intent);
            Assert.All(example.Text.Split(' '), word => Assert.True(
                word.StartsWith('{') ? Spoken.SlotForms[word[1..^1]].Count > 0 : word.All(letter => char.IsAsciiLetterLower(letter) || letter is '\'' or '-'), example.Text));
        });

    [Fact]
    public void Names_that_many_systems_have_are_heard_where_this_one_has_none() => Assert.Contains("kafka", Spoken.SlotForms["resource"]);

    [Fact]
    public void A_change_to_what_is_not_there_is_understood_and_names_nothing_of_ours()
    {
        var meaning = Spoken.Meaning("restart kafka")!;

        Assert.Equal((IntentNames.Remediate, true, false), (meaning.Match.Intent, meaning.Changes, meaning.NamesOurs));
        Assert.Equal("kafka", Assert.Single(meaning.Match.Unresolved).Words);
    }

    [Fact]
    public void A_request_may_follow_a_preamble() =>
        Assert.Contains(Spoken.Examples, example => example.Intent is not null && example.Text.StartsWith("sorry to bother you but ", StringComparison.Ordinal));

    [Fact]
    public void What_was_said_aloud_is_learned_as_it_was_and_with_any_name()
    {
        const string Said = "how come redis keeps falling over";

        Assert.Contains(new SpokenExample(IntentNames.Investigate, Said, IsVerbatim: true), Spoken.Examples);
        Assert.Contains(new SpokenExample(IntentNames.Investigate, Said.Replace("redis", "{resource}", StringComparison.Ordinal), IsVerbatim: true), Spoken.Examples);
        Assert.Contains(Spoken.Examples, example => example is { Intent: null, IsVerbatim: true });
    }

    [Fact]
    public void Issues_that_are_not_there_can_be_asked_for() => Assert.Contains("infra zero zero nine", Spoken.SlotForms["any_issue"]);

    private static IEnumerable<SentencePattern> All(SentencePattern pattern) =>
        pattern switch
        {
            SentencePattern.Sequence sequence => sequence.Parts.SelectMany(All),
            SentencePattern.Choice choice => choice.Options.SelectMany(All),
            SentencePattern.Optional optional => All(optional.Inner),
            _ => [pattern],
        };

    private static IEnumerable<string> Words(SentencePattern pattern) => All(pattern).OfType<SentencePattern.Word>().Select(word => word.Text);

    private static IEnumerable<string> Slots(SentencePattern pattern) => All(pattern).OfType<SentencePattern.Slot>().Select(slot => slot.Name);
}
