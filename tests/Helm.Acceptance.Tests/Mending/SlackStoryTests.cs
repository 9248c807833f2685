using Helm.Acceptance.Tests.Drivers;
using Helm.Host.Tests.Drivers;

namespace Helm.Acceptance.Tests.Mending;

/// <summary>An incident as people in Slack live through it: told, asked about, allowed by somebody who may, mended, over.</summary>
public sealed class SlackStoryTests
{
    [Fact]
    public async Task An_alert_is_acknowledged_mended_by_an_approvers_button_and_every_message_ends_up_saying_so()
    {
        await using var slack = await LoopbackSlack.StartAsync();
        await using var company = await MendingHelm.CompanyAsync("db-connections");
        using var folder = MendingHelm.Folder(company);
        folder.Connect(slack);
        await using var helm = await HelmProcess.StartAsync(folder);
        var alert = await UntilAsync(slack, "an alert", call => call.Method == "chat.postMessage");
        Assert.Equal("#ops", alert["channel"]);
        Assert.Contains("CRITICAL", alert["blocks"], StringComparison.Ordinal);
        Assert.DoesNotContain("/helm:", alert["text"], StringComparison.Ordinal);
        var ts = alert.Ts!;

        await helm.PressAsync(alert, ts, "Acknowledge", SlackedHelm.Operator);
        await UntilAsync(slack, "the alert says who is at it", call => Shows(call, ts, "Acknowledged by"));

        await helm.PressAsync(alert, ts, "Remediate", SlackedHelm.Operator);
        var question = await UntilAsync(slack, "the plan is asked about in the thread", call => Posted(call, ts, "Approve"));
        await helm.PressAsync(question, question.Ts!, "Approve", SlackedHelm.Operator, ts);
        var refused = await UntilAsync(slack, "an operator may not", call => Privately(call, "needs an approver"));
        Assert.Equal(SlackedHelm.Operator, refused["user"]);
        Assert.Empty(await company.MutationsAsync());

        await helm.PressAsync(question, question.Ts!, "Approve", SlackedHelm.Approver, ts);
        await UntilAsync(slack, "the question has no buttons any more", call => Shows(call, question.Ts, "approved") && !Holds(call, "\"actions\""));
        await UntilAsync(slack, "the alert says that it is over", call => Shows(call, ts, "RESOLVED"));
        await UntilAsync(slack, "the thread is told", call => Posted(call, ts, "RESOLVED"));
        await UntilAsync(slack, "the question says how it ended", call => Shows(call, question.Ts, "succeeded"));
        Assert.Equal(["rds:ModifyDBParameterGroup", "lambda:UpdateFunctionConfiguration"], await company.MutationsAsync());

        await helm.PressAsync(question, question.Ts!, "Approve", SlackedHelm.Approver, ts);
        await UntilAsync(slack, "a stale button is told", call => Privately(call, "was decided before"));
        Assert.Equal(2, (await company.MutationsAsync()).Length);
        Assert.All(slack.Calls.Where(call => call.Fields["blocks"] is not null), call => Assert.Null(SlackRules.Problem(call.Fields)));
    }

    [Fact]
    public async Task A_host_that_is_killed_after_the_acknowledgement_answers_after_the_next_start_and_once()
    {
        await using var slack = await LoopbackSlack.StartAsync();
        await using var company = await MendingHelm.CompanyAsync();
        using var folder = MendingHelm.Folder(company);
        folder.Connect(slack);
        folder.Settings["Helm:Slack:AnswerTimeout"] = "8s"; // what is left behind is taken over when nobody can be at it any more
        slack.Stall = new TaskCompletionSource();
        await using (var first = await HelmProcess.StartAsync(folder))
        {
            foreach (var number in Enumerable.Range(1, 5))
            {
                await first.SayAsync("help", $"{number}.1", SlackedHelm.Operator);
            }

            await first.KillAsync();
        }

        slack.Stall.SetResult();
        slack.Stall = null;
        slack.Calls.Clear();
        await using var second = await HelmProcess.StartAsync(folder);
        await second.SayAsync("help", "1.1", SlackedHelm.Operator);
        await second.SayAsync("help", "9.1", SlackedHelm.Operator);
        await UntilAsync(slack, "the last answer", _ => slack.Calls.Count(call => call.Method == "chat.postMessage") >= 6);
        var answers = slack.Calls.Where(call => call.Method == "chat.postMessage").ToArray();
        await Task.Delay(500, Patience.Stop);

        Assert.Equal(["1.1", "2.1", "3.1", "4.1", "5.1", "9.1"], answers.Select(answer => answer["thread_ts"]).Order(StringComparer.Ordinal));
        Assert.Equal(6, slack.Calls.Count(call => call.Method == "chat.postMessage"));
    }

    private static bool Shows(SlackCall call, string? ts, string text) => call.Method == "chat.update" && call["ts"] == ts && Holds(call, text);

    private static bool Posted(SlackCall call, string thread, string text) => call.Method == "chat.postMessage" && call["thread_ts"] == thread && Holds(call, text);

    private static bool Privately(SlackCall call, string text) => call.Method == "chat.postEphemeral" && Holds(call, text);

    private static bool Holds(SlackCall call, string text) => $"{call["text"]} {call["blocks"]}".Contains(text, StringComparison.Ordinal);

    private static Task<SlackCall> UntilAsync(LoopbackSlack slack, string what, Func<SlackCall, bool> holds) => Patience.UntilAsync(
        what, () => Task.FromResult(slack.Calls.FirstOrDefault(holds)!), call => call is not null, _ => string.Join('\n', slack.Calls.Select(call => call.Method + call.Fields.ToJsonString())));
}
