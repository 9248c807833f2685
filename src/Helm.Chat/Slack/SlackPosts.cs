using Helm.Chat.Slack.Blocks;

namespace Helm.Chat.Slack;

/// <summary>Posts messages of Helm's own accord, and puts posted ones anew.</summary>
internal sealed class SlackPosts(SlackApi api, ChannelPace pace)
{
    private static readonly string[] NotThere = ["channel_not_found", "not_in_channel", "is_archived"];

    /// <param name="aloud">Whether what stands in the thread is shown in the channel too.</param>
    public async Task<SlackResult> PostAsync(SlackPlace place, bool aloud, SlackContent content, CancellationToken cancellation)
    {
        if (place.Channel is null)
        {
            var opened = await api.CallAsync("conversations.open", new() { ["users"] = place.User }, cancellation);
            return opened.Body.Text("channel", "id") is { } own ? await PostAsync(new(own, null, null), aloud: false, content, cancellation) : opened;
        }

        await pace.WaitAsync(place.Channel, cancellation);
        var sent = await api.CallAsync(
            "chat.postMessage",
            new()
            {
                ["channel"] = place.Channel,
                ["thread_ts"] = place.Thread,
                ["reply_broadcast"] = aloud ? true : null,
                ["text"] = content.Text,
                ["blocks"] = content.Blocks.DeepClone(),
                ["unfurl_links"] = false,
                ["unfurl_media"] = false,
            },
            cancellation);
        return place.User is not null && NotThere.Contains(sent.Error)
            ? await PostAsync(new(null, null, place.User), aloud: false, content, cancellation)
            : sent;
    }

    /// <param name="channel">By its id: names are taken for posting only.</param>
    public Task<SlackResult> UpdateAsync(string channel, string ts, SlackContent content, CancellationToken cancellation) => api.CallAsync(
        "chat.update", new() { ["channel"] = channel, ["ts"] = ts, ["text"] = content.Text, ["blocks"] = content.Blocks.DeepClone() }, cancellation);
}
