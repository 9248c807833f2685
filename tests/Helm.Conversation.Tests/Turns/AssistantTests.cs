using Helm.Conversation.Direction;
using Helm.Conversation.Intents;
using Helm.Conversation.Tests.Direction;
using Helm.Operations.People;

namespace Helm.Conversation.Tests.Turns;

public sealed class AssistantTests : IDisposable
{
    private readonly Talk _talk = new(Example.Troubled);

    public AssistantTests()
    {
        _talk.Script.Means("status of production", IntentNames.StatusQuery, (Slots.Environment, "prod"));
        _talk.Script.Means("what issues do we have", IntentNames.IssuesList, (Slots.Environment, "prod"));
        _talk.Script.Means("the second one", IntentNames.Investigate, (Slots.Ordinal, 2));
        _talk.Script.Means("investigate this", IntentNames.Investigate, (Slots.Reference, "current"));
        _talk.Script.Means("investigate", IntentNames.Investigate);
        _talk.Script.Means("investigate infra-999", IntentNames.Investigate, (Slots.IssueId, "infra-999"));
        _talk.Script.Means("say that again", IntentNames.Repeat);
        _talk.Script.Means("hello", IntentNames.Greeting);
        _talk.Script.MeansUnknown("status of narnia", IntentNames.StatusQuery, new(Slots.Environment, "narnia", []));
        _talk.Script.MeansUnknown("status of prad", IntentNames.StatusQuery, new(Slots.Environment, "prad", ["prod", "staging"]));
    }

    public void Dispose() => _talk.Dispose();

    [Fact]
    public async Task A_reply_carries_words_command_card_and_the_facts_behind_them()
    {
        var reply = await _talk.SayAsync("status of production");

        Assert.Equal((IntentNames.StatusQuery, "/helm:status"), (reply.Intent, reply.Command));
        Assert.Equal("prod", reply.Entities[Slots.Environment]);
        Assert.NotNull(reply.Card);
        Assert.NotNull(reply.Data);
        Assert.Equal("Investigate infra-001", reply.Suggestions[0].Title);
    }

    [Fact]
    public async Task Yes_accepts_the_offer_that_the_status_ended_with()
    {
        await _talk.SayAsync("status of production");

        var reply = await _talk.SayAsync("yes");

        Assert.Equal(IntentNames.Investigate, reply.Intent);
        Assert.Equal("infra-001", reply.Entities[Slots.IssueId]);
        Assert.Null(_talk.Store.State.Pending);
    }

    [Fact]
    public async Task Naming_the_offer_keeps_what_it_was_about()
    {
        await _talk.SayAsync("status of production");

        var reply = await _talk.SayAsync("investigate");

        Assert.Equal("infra-001", reply.Entities[Slots.IssueId]);
    }

    [Fact]
    public async Task No_takes_the_offer_back()
    {
        await _talk.SayAsync("status of production");

        Assert.Equal("Okay.", (await _talk.SayAsync("no")).Text);
        Assert.Equal(IntentNames.OutOfScope, (await _talk.SayAsync("yes")).Intent);
    }

    [Fact]
    public async Task The_yes_of_somebody_else_does_not_count_and_leaves_the_question_open()
    {
        await _talk.SayAsync("status of production", Talk.Ann);

        var other = await _talk.SayAsync("yes", Talk.Bob);

        Assert.StartsWith("That question is for somebody else.", other.Text, StringComparison.Ordinal);
        Assert.Equal(IntentNames.Investigate, (await _talk.SayAsync("yes", Talk.Ann)).Intent);
    }

    [Fact]
    public async Task A_new_command_cancels_the_open_question()
    {
        await _talk.SayAsync("status of production");
        await _talk.SayAsync("what issues do we have");

        Assert.Equal(IntentNames.OutOfScope, (await _talk.SayAsync("yes")).Intent);
    }

    [Fact]
    public async Task The_second_one_is_the_second_of_the_list_that_was_read_out()
    {
        await _talk.SayAsync("what issues do we have");

        await _talk.SayAsync("the second one");

        Assert.Equal("infra-002", _talk.Store.State.Context.FocusIssue);
    }

    [Fact]
    public async Task A_failed_turn_moves_no_reference()
    {
        await _talk.SayAsync("what issues do we have");
        await _talk.SayAsync("the second one");
        await _talk.SayAsync("investigate infra-999");

        Assert.StartsWith("infra-002", (await _talk.SayAsync("investigate this")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_greeting_in_between_moves_no_reference_either()
    {
        await _talk.SayAsync("what issues do we have");
        await _talk.SayAsync("hello");

        Assert.Equal(IntentNames.IssuesList, _talk.Store.State.Context.LastIntent);
    }

    [Fact]
    public async Task An_unknown_name_is_asked_back_and_the_bare_answer_completes_the_question()
    {
        var asked = await _talk.SayAsync("status of narnia");

        var answered = await _talk.SayAsync("In production.");

        Assert.Equal("I don't know an environment called narnia. I know production, staging, test, and development.", asked.Text);
        Assert.Equal(IntentNames.StatusQuery, answered.Intent);
        Assert.Equal("prod", answered.Entities[Slots.Environment]);
    }

    [Fact]
    public async Task A_near_tie_is_asked_and_never_guessed()
    {
        var asked = await _talk.SayAsync("status of prad");

        Assert.Equal("Did you mean prod or staging? I heard prad.", asked.Text);
        Assert.Equal("staging", (await _talk.SayAsync("the second one")).Entities[Slots.Environment]);
    }

    [Fact]
    public async Task What_was_said_last_is_repeated_as_often_as_one_likes()
    {
        var first = await _talk.SayAsync("status of production");

        Assert.Equal(first.Text, (await _talk.SayAsync("say that again")).Text);
        Assert.Equal((first.Speech, IntentNames.Repeat), await Again());
        Assert.Equal(IntentNames.Investigate, (await _talk.SayAsync("yes")).Intent);

        async Task<(string, string)> Again()
        {
            var reply = await _talk.SayAsync("say that again");

            return (reply.Speech, reply.Intent);
        }
    }

    [Fact]
    public async Task With_nothing_said_there_is_nothing_to_repeat() =>
        Assert.Equal("There is nothing to repeat yet.", (await _talk.SayAsync("say that again")).Text);

    [Fact]
    public async Task An_outage_is_told_with_the_id_of_its_log_entry_and_loses_nothing()
    {
        await _talk.SayAsync("status of production");
        _talk.Desk.Operations.Outage = new IOException("the database is away: password=hunter2");

        var reply = await _talk.SayAsync("what issues do we have");

        Assert.StartsWith("Sorry, I could not find that out", reply.Text, StringComparison.Ordinal);
        Assert.Matches("under [0-9a-f]{32}", reply.Text);
        Assert.DoesNotContain("hunter2", reply.Text, StringComparison.Ordinal);
        _talk.Desk.Operations.Outage = null;
        Assert.Equal(IntentNames.Investigate, (await _talk.SayAsync("yes")).Intent);
    }

    [Fact]
    public async Task A_turn_that_was_overtaken_is_taken_again()
    {
        _talk.Store.Overtakings = 2;

        Assert.Equal(IntentNames.StatusQuery, (await _talk.SayAsync("status of production")).Intent);
        Assert.Equal(3, _talk.Store.Loads);
    }

    [Fact]
    public async Task A_turn_that_is_overtaken_for_ever_ends_in_an_apology()
    {
        _talk.Store.Overtakings = 1000;

        Assert.StartsWith("Sorry", (await _talk.SayAsync("status of production")).Text, StringComparison.Ordinal);
        Assert.Equal(5, _talk.Store.Loads);
    }

    [Theory]
    [InlineData("status of narnia")]
    [InlineData("say that again")]
    [InlineData("yes")]
    public async Task A_stranger_learns_nothing_by_asking_around(string text)
    {
        await _talk.SayAsync("status of production", Talk.Ann);

        var reply = await _talk.SayAsync(text, new Person("emulator:sam", "Sam", null));

        Assert.Equal("I don't know you, Sam, so I may not answer. An administrator can give you the viewer role or more.", reply.Text);
        Assert.Equal(IntentNames.Investigate, (await _talk.SayAsync("yes", Talk.Ann)).Intent);
    }

    [Fact]
    public async Task A_very_long_text_is_no_request() =>
        Assert.Equal(IntentNames.OutOfScope, (await _talk.SayAsync(new string('a', 100_000))).Intent);

    [Fact]
    public async Task However_long_a_conversation_lasts_what_is_remembered_stays_small()
    {
        for (var turn = 0; turn < 50; turn++)
        {
            await _talk.SayAsync(turn % 2 == 0 ? "what issues do we have" : "status of production");
        }

        Assert.InRange(System.Text.Json.JsonSerializer.Serialize(_talk.Store.State).Length, 1, 10_000);
        Assert.Null(_talk.Store.State.LastReply!.Data);
    }
}
