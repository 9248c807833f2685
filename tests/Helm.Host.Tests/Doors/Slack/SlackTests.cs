using System.Net;
using System.Text.Json.Nodes;
using Helm.Conversation.Dialogs;
using Helm.Conversation.Turns;
using Helm.Host.Tests.Drivers;

namespace Helm.Host.Tests.Doors.Slack;

public sealed class SlackTests : IAsyncLifetime
{
    private LoopbackSlack _slack = null!;
    private HelmAtWork _helm = null!;

    public async ValueTask InitializeAsync()
    {
        _slack = await LoopbackSlack.StartAsync();
        _helm = await HelmAtWork.StartAsync(_slack.Settings);
    }

    public async ValueTask DisposeAsync()
    {
        await _helm.DisposeAsync();
        await _slack.DisposeAsync();
    }

    [Fact]
    public async Task A_mention_is_answered_once_in_its_thread_whatever_comes_twice()
    {
        await _helm.EventAsync(SlackSender.Said($"<@{LoopbackSlack.Bot}> status &lt;of&gt; R&amp;D", "1.1"), "Ev1");
        await _helm.EventAsync(SlackSender.Said($"<@{LoopbackSlack.Bot}> status &lt;of&gt; R&amp;D", "1.1", "message"), "Ev2");
        await _helm.EventAsync(SlackSender.Said($"<@{LoopbackSlack.Bot}> status &lt;of&gt; R&amp;D", "1.1"), "Ev1");
        await _helm.EventAsync(SlackSender.Said("last", "0.9", "message", "D1"));

        var answers = await _slack.WaitAsync("chat.postMessage", 2);

        Assert.Equal(["last", "status <of> R&D"], _helm.Turns.Heard.Select(heard => heard.Text).Order(StringComparer.Ordinal));
        var inThread = Assert.Single(answers, answer => answer["channel"] == "C1");
        Assert.Equal("1.1", inThread["thread_ts"]);
        Assert.Contains("You said: status &lt;of&gt; R&amp;D", inThread["text"], StringComparison.Ordinal);
        var heard = _helm.Turns.Heard.Single(one => one.Text != "last");
        Assert.Equal(("slack:T1:U1", "slack:T1:C1:1.1"), (heard.Person.Id, heard.ConversationId));
    }

    [Fact]
    public async Task What_bots_say_and_what_is_not_said_to_Helm_is_left_alone()
    {
        JsonObject With(string name, JsonNode value)
        {
            var said = SlackSender.Said("status", $"2.{name.Length}", "message", "D1");
            said[name] = value;
            return said;
        }

        await _helm.EventAsync(With("bot_id", "B1"));
        await _helm.EventAsync(With("subtype", "message_changed"));
        await _helm.EventAsync(With("user", LoopbackSlack.Bot));
        await _helm.EventAsync(With("user_team", "T666"));
        await _helm.EventAsync(SlackSender.Said("status", "3.1", "message"));
        await _helm.EventAsync(SlackSender.Said("status", "3.3", "message", thread: "3.2"));
        await _helm.EventAsync(SlackSender.Said("last", "9.9", "message", "D1"));
        await _slack.WaitAsync("chat.postMessage");

        Assert.Equal("last", Assert.Single(_helm.Turns.Heard).Text);
    }

    [Fact]
    public async Task The_address_is_verified_and_the_certificate_checked()
    {
        using var verified = await _helm.SlackAsync("""{"type":"url_verification","challenge":"abc"}""", SlackSender.Json);
        using var checkedToo = await _helm.SlackAsync("ssl_check=1&token=x", SlackSender.Form);

        Assert.Equal("""{"challenge":"abc"}""", await verified.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.OK, checkedToo.StatusCode);
    }

    [Fact]
    public async Task A_command_is_answered_at_its_response_address_without_a_token_and_an_error_for_the_asker_alone()
    {
        using var first = await _helm.CommandAsync("status prod", _slack.ResponseUrl);
        await _slack.WaitAsync("response_url");
        _helm.Turns.Answer = _ => ScriptedTurns.Reply("No such thing") with { Succeeded = false };
        using var second = await _helm.CommandAsync("status --env=prod", _slack.ResponseUrl);
        var answers = await _slack.WaitAsync("response_url", 2);

        Assert.Equal(["status prod", "/helm:status --env=prod"], _helm.Turns.Heard.Select(heard => heard.Text));
        Assert.Equal(["in_channel", "ephemeral"], answers.Select(answer => answer["response_type"]));
        Assert.All(answers, answer => Assert.Equal("", answer["authorization"]));
    }

    [Fact]
    public async Task A_command_that_names_a_foreign_response_address_is_answered_to_the_person_by_Slack()
    {
        using var response = await _helm.CommandAsync("status", "http://169.254.169.254/latest");

        Assert.Equal("DU1", (await _slack.WaitAsync("chat.postMessage"))[0]["channel"]);
    }

    [Fact]
    public async Task A_pressed_button_says_its_sentence_as_the_person_who_pressed_it_and_once()
    {
        using var first = await _helm.InteractAsync(SlackSender.Pressed("say:0", "investigate infra-001"));
        using var again = await _helm.InteractAsync(SlackSender.Pressed("say:0", "investigate infra-001"));
        var answer = (await _slack.WaitAsync("chat.postMessage"))[0];

        var heard = Assert.Single(_helm.Turns.Heard);
        Assert.Equal(("investigate infra-001", "slack:T1:U2", "slack:T1:C1:4.1"), (heard.Text, heard.Person.Id, heard.ConversationId));
        Assert.Equal("4.1", answer["thread_ts"]);
    }

    [Fact]
    public async Task A_question_has_a_form_and_what_is_typed_there_answers_it()
    {
        using var pressed = await _helm.InteractAsync(SlackSender.Pressed("ask:0", "ask:{\"Question\":\"Which environment?\"}"));
        var view = (await _slack.WaitAsync("views.open"))[0].Fields["view"]!;

        using var empty = await _helm.InteractAsync(SlackSender.Submitted(view, "  "));
        using var filled = await _helm.InteractAsync(SlackSender.Submitted(view, "staging"));
        await _slack.WaitAsync("chat.postMessage");

        Assert.Equal("Which environment?", (string?)view["blocks"]![0]!["label"]!["text"]);
        Assert.Contains("errors", await empty.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(("staging", "slack:T1:C1:4.1"), (Assert.Single(_helm.Turns.Heard).Text, _helm.Turns.Heard.Single().ConversationId));
    }

    [Fact]
    public async Task The_Home_tab_shows_the_dashboard()
    {
        _helm.Turns.Answer = _ => ScriptedTurns.Reply("All is well") with { Card = new Card { Title = "Production" } };
        await _helm.EventAsync(new JsonObject { ["type"] = "app_home_opened", ["user"] = "U1", ["tab"] = "home" });

        var published = (await _slack.WaitAsync("views.publish"))[0];

        Assert.Equal("U1", published["user_id"]);
        Assert.Equal("Production", (string?)published.Fields["view"]!["blocks"]![0]!["text"]!["text"]);
        Assert.Equal("dashboard", _helm.Turns.Heard.Single().Text);
    }

    [Fact]
    public async Task An_error_in_a_channel_is_shown_to_the_asker_alone()
    {
        _helm.Turns.Answer = _ => ScriptedTurns.Reply("No such environment") with { Succeeded = false };
        await _helm.EventAsync(SlackSender.Said("status of mars", "1.1"));

        var told = (await _slack.WaitAsync("chat.postEphemeral"))[0];

        Assert.Equal(("U1", "1.1"), (told["user"], told["thread_ts"]));
        Assert.DoesNotContain(_slack.Calls, call => call.Method == "chat.postMessage");
    }

    [Fact]
    public async Task When_Slack_has_enough_for_now_Helm_waits_as_long_as_it_says_and_the_answer_comes_once()
    {
        await _helm.EventAsync(SlackSender.Said("first", "1.0", "message", "D1"));
        await _slack.WaitAsync("chat.postMessage");
        _slack.Before.Enqueue(http =>
        {
            http.Response.StatusCode = 429;
            http.Response.Headers.RetryAfter = "1";
            return Task.CompletedTask;
        });
        await _helm.EventAsync(SlackSender.Said("second", "1.1", "message", "D1"));

        var answers = await _slack.WaitAsync("chat.postMessage", 2);

        Assert.Equal(2, answers.Length);
        Assert.Equal(2, _helm.Turns.Heard.Count);
        Assert.Empty(_slack.Before);
    }

    [Fact]
    public async Task What_is_far_too_long_is_shortened_and_comes_whole_as_a_file()
    {
        var whole = string.Join('\n', Enumerable.Range(0, 800).Select(line => $"line {line} of <!channel> *the* report"));
        _helm.Turns.Answer = _ => ScriptedTurns.Reply(whole);
        await _helm.EventAsync(SlackSender.Said("report", "1.1"));

        var completed = (await _slack.WaitAsync("files.completeUploadExternal"))[0];

        Assert.Equal(("C1", "1.1"), (completed["channel_id"], completed["thread_ts"]));
        Assert.Equal(whole, System.Text.Encoding.UTF8.GetString(Assert.Single(_slack.Uploads)));
        Assert.Null(SlackRules.Problem((await _slack.WaitAsync("chat.postMessage"))[0].Fields));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_metric_over_time_is_a_picture_beside_its_words_in_the_thread_or_after_the_command(bool command)
    {
        _helm.Turns.Answer = _ => Charted();
        if (command)
        {
            using var taken = await _helm.CommandAsync("error rate", _slack.ResponseUrl);
        }
        else
        {
            await _helm.EventAsync(SlackSender.Said("error rate", "1.1"));
        }

        var shared = (await _slack.WaitAsync("files.completeUploadExternal"))[0];

        Assert.Equal(("C1", command ? null : "1.1"), (shared["channel_id"], shared["thread_ts"]));
        Assert.Equal("error rate of api-lambda", (string?)shared.Fields["files"]![0]!["title"]);
        Assert.Equal("the picture"u8.ToArray(), Assert.Single(_slack.Uploads));
    }

    [Theory]
    [InlineData("files.getUploadURLExternal", "missing_scope", 0)]
    [InlineData("files.completeUploadExternal", "not_in_channel", 1)]
    public async Task Where_no_file_may_be_shared_the_words_stand_alone_and_what_follows_is_answered(string method, string error, int uploads)
    {
        _slack.Refuses[method] = error;
        _helm.Turns.Answer = heard => heard.Text == "last" ? ScriptedTurns.Reply("last") : Charted();
        await _helm.EventAsync(SlackSender.Said("error rate", "1.1"));
        await _slack.WaitAsync(method);
        await _helm.EventAsync(SlackSender.Said("last", "0.9", "message", "D1"));

        var answers = await _slack.WaitAsync("chat.postMessage", 2);

        Assert.Equal(["The error rate ▁▂▃", "last"], answers.Select(answer => answer["text"]));
        Assert.Equal(uploads, _slack.Uploads.Count);
    }

    private static Reply Charted() => ScriptedTurns.Reply("The error rate ▁▂▃") with
    {
        Card = new Card { Title = "api-lambda", Picture = new("error rate of api-lambda", "data:image/png;base64," + Convert.ToBase64String("the picture"u8)) },
    };
}
