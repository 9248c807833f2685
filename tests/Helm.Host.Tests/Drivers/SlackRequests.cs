using System.Text.Json.Nodes;

namespace Helm.Host.Tests.Drivers;

/// <summary>Brings what Slack sends to Helm's door.</summary>
internal static class SlackRequests
{
    public static Task<HttpResponseMessage> SlackAsync(this HelmAtWork helm, string body, string contentType)
    {
        var timestamp = $"{SlackSender.Now}";
        return helm.SendAsync(HttpMethod.Post, "/slack/events", body, contentType, ("X-Slack-Request-Timestamp", timestamp), ("X-Slack-Signature", SlackSender.Sign(body, timestamp)));
    }

    public static async Task EventAsync(this HelmAtWork helm, JsonObject what, string? id = null)
    {
        using var response = await helm.SlackAsync(SlackSender.Callback(what, id).ToJsonString(), SlackSender.Json);
        Assert.Equal(System.Net.HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public static Task<HttpResponseMessage> InteractAsync(this HelmAtWork helm, JsonObject payload) =>
        helm.SlackAsync(SlackSender.Interaction(payload), SlackSender.Form);

    public static Task<HttpResponseMessage> CommandAsync(this HelmAtWork helm, string text, string responseUrl) => helm.SlackAsync(SlackSender.Command(text, responseUrl), SlackSender.Form);
}
