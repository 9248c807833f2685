using System.Net;
using System.Text;
using Helm.Host.Tests.Drivers;

namespace Helm.Acceptance.Tests.Drivers;

/// <summary>What people do in a Slack that a Helm is connected to.</summary>
internal static class SlackedHelm
{
    /// <summary>Of the two people whom Helm knows there.</summary>
    public const string Operator = "UOPERATOR";
    public const string Approver = "UAPPROVER";

    public static void Connect(this HelmFolder folder, LoopbackSlack slack)
    {
        foreach (var setting in slack.Settings.Select(setting => setting.Split('=', 2)))
        {
            folder.Settings[setting[0]] = setting[1];
        }

        folder.SetVariable("DOTNET_ENVIRONMENT", "Development"); // a stand-in for Slack is for development only
        foreach (var (name, value) in LoopbackSlack.Secrets)
        {
            folder.SetVariable(name, value);
        }

        folder.Settings["Helm:People:0:Id"] = "slack:T1:" + Operator;
        folder.Settings["Helm:People:0:Role"] = "Operator";
        folder.Settings["Helm:People:1:Id"] = "slack:T1:" + Approver;
        folder.Settings["Helm:People:1:Role"] = "Approver";
        folder.Settings["Helm:Alerting:Enabled"] = "true";
        folder.Settings["Helm:Alerting:Destinations:ops:Channel"] = "slack";
        folder.Settings["Helm:Alerting:Destinations:ops:Address"] = "#ops";
        folder.Settings["Helm:Alerting:Channels:0"] = "ops";
    }

    public static Task SayAsync(this HelmProcess helm, string text, string ts, string user, string? thread = null, string channel = "C1")
    {
        var said = SlackSender.Said(text, ts, "message", channel, thread);
        said["user"] = user;
        said["text"] = $"<@{LoopbackSlack.Bot}> {text}";
        return helm.SlackAsync(SlackSender.Callback(said).ToJsonString(), SlackSender.Json);
    }

    /// <summary>Presses the button of this name under a message, as Slack sends it.</summary>
    public static Task PressAsync(this HelmProcess helm, SlackCall message, string ts, string title, string user, string? thread = null)
    {
        var button = message.Fields["blocks"]!.AsArray().Where(block => (string?)block!["type"] == "actions").SelectMany(block => block!["elements"]!.AsArray())
            .Single(element => (string?)element!["text"]?["text"] == title)!;
        var pressed = SlackSender.Pressed((string)button["action_id"]!, (string)button["value"]!, "C1", ts, thread, user);
        pressed["actions"]![0]!["action_ts"] = Guid.NewGuid().ToString();
        return helm.SlackAsync(SlackSender.Interaction(pressed), SlackSender.Form);
    }

    private static async Task SlackAsync(this HelmProcess helm, string body, string contentType)
    {
        var timestamp = $"{SlackSender.Now}";
        using var http = new HttpClient { BaseAddress = helm.Address };
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        content.Headers.Add("X-Slack-Request-Timestamp", timestamp);
        content.Headers.Add("X-Slack-Signature", SlackSender.Sign(body, timestamp));
        using var response = await http.PostAsync("/slack/events", content, Patience.Stop);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }
}
