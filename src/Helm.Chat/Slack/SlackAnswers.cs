using System.Text.Json.Nodes;
using Helm.Chat.Slack.Blocks;
using Helm.Conversation.Turns;
using Microsoft.Extensions.Logging;

namespace Helm.Chat.Slack;

/// <summary>Brings answers to where they were asked for: a thread, the person alone, the Home tab.</summary>
internal sealed partial class SlackAnswers(SlackApi api, SlackAddresses addresses, SlackFiles files, PlanMessages plans, ChannelPace pace, TimeProvider time, ILogger<SlackAnswers> log)
{
    /// <summary>Slack takes answers at a response address for half an hour.</summary>
    private static readonly TimeSpan ResponseLife = TimeSpan.FromMinutes(29);

    private static readonly TimeSpan SoonEnough = TimeSpan.FromSeconds(1);

    /// <summary>Without a channel the answer goes to the person's own conversation with Helm.</summary>
    public async Task<SlackMessage> PlaceAsync(SlackMessage message, CancellationToken cancellation)
    {
        var isGone = message.ResponseUrl is not null && (addresses.Response(message.ResponseUrl) is null || time.GetUtcNow() - message.At > ResponseLife);
        if (message.Channel is not null && !isGone)
        {
            return message;
        }

        var (channel, opened) = await OpenAsync(message.User, cancellation);
        return channel is not null ? message with { Channel = channel, Thread = null, Ts = null, ResponseUrl = null } : Failed(message, opened);
    }

    /// <summary>When an answer takes its time: the assistant's status where the workspace has it, else a reaction.</summary>
    public async Task ShowWorkAsync(SlackMessage message, Task answering, CancellationToken cancellation)
    {
        await Task.WhenAny(answering, Task.Delay(SoonEnough, time, cancellation));
        if (answering.IsCompleted || message is not { ResponseUrl: null, Channel: { } channel, Ts: { } ts })
        {
            return;
        }

        if (!message.IsDirect || !(await api.CallAsync(
            "assistant.threads.setStatus", new() { ["channel_id"] = channel, ["thread_ts"] = message.Thread, ["status"] = "is looking into it …" }, cancellation)).Ok)
        {
            await api.CallAsync("reactions.add", new() { ["channel"] = channel, ["timestamp"] = ts, ["name"] = "eyes" }, cancellation);
        }
    }

    /// <summary>Returns when Slack has it, or will never have it; fails when it may be tried again.</summary>
    public async Task SendAsync(SlackMessage message, Reply reply, CancellationToken cancellation)
    {
        if (message.ResponseUrl is not null && addresses.Response(message.ResponseUrl) is { } address)
        {
            await RespondAsync(message, address, reply, cancellation);
            return;
        }

        var content = BlockKit.Draw(reply);
        var isPrivate = !reply.Succeeded && !message.IsDirect;
        await pace.WaitAsync(message.Channel!, cancellation);
        var sent = isPrivate ? await PostAsync("chat.postEphemeral", message, content, cancellation) : new(false, null);
        if (!sent.Ok)
        {
            sent = await PostAsync("chat.postMessage", message, content, cancellation);
        }

        if (sent is { Ok: false, Error: "invalid_blocks" or "msg_blocks_too_long" or "msg_too_long" })
        {
            sent = await PostAsync("chat.postMessage", message, content with { Blocks = [] }, cancellation);
        }

        Check(message, sent);
        await plans.AskedAsync(reply, sent.Body.Text("channel"), sent.Body.Text("ts"), cancellation);
        if (content.Whole is { } whole)
        {
            await files.ShareAsync(message.Channel!, message.Thread, SlackFile.Whole(whole), cancellation);
        }

        await ShowAsync(message, reply, cancellation);
    }

    /// <summary>Beside the answer, whose words tell the same.</summary>
    private Task ShowAsync(SlackMessage message, Reply reply, CancellationToken cancellation) => SlackFile.Picture(reply.Card) is { } picture
        ? files.ShareAsync(message.Channel!, message.Thread, picture, cancellation)
        : Task.CompletedTask;

    public async Task PublishAsync(string user, Reply reply, CancellationToken cancellation)
    {
        var view = new JsonObject { ["type"] = "home", ["blocks"] = BlockKit.Draw(reply).Blocks };
        var published = await api.CallAsync("views.publish", new() { ["user_id"] = user, ["view"] = view }, cancellation);
        if (!published.Ok)
        {
            LogNotTaken("views.publish", published.Error);
        }
    }

    /// <summary>An answer is for the channel, an error for the person who asked.</summary>
    private async Task RespondAsync(SlackMessage message, Uri address, Reply reply, CancellationToken cancellation)
    {
        var content = BlockKit.DrawApart(reply);
        var body = new JsonObject
        {
            ["response_type"] = reply.Succeeded ? "in_channel" : "ephemeral",
            ["replace_original"] = false,
            ["text"] = content.Text,
            ["blocks"] = content.Blocks,
        };
        if (!await api.RespondAsync(address, body, cancellation))
        {
            throw new HttpRequestException("Slack does not take the answer to a command at its response address.");
        }

        if (content.Whole is { } whole && (await OpenAsync(message.User, cancellation)).Channel is { } own)
        {
            await files.ShareAsync(own, null, SlackFile.Whole(whole), cancellation);
        }

        await ShowAsync(message, reply, cancellation);
    }

    private Task<SlackResult> PostAsync(string method, SlackMessage message, SlackContent content, CancellationToken cancellation) => api.CallAsync(
        method,
        new()
        {
            ["channel"] = message.Channel,
            ["thread_ts"] = message.Thread,
            ["user"] = method == "chat.postEphemeral" ? message.User : null,
            ["text"] = content.Text,
            ["blocks"] = content.Blocks.Count > 0 ? content.Blocks.DeepClone() : null,
            ["unfurl_links"] = false,
            ["unfurl_media"] = false,
        },
        cancellation);

    /// <summary>The person's own conversation with Helm.</summary>
    private async Task<(string? Channel, SlackResult Answer)> OpenAsync(string user, CancellationToken cancellation)
    {
        var opened = await api.CallAsync("conversations.open", new() { ["users"] = user }, cancellation);
        return (opened.Body.Text("channel", "id"), opened);
    }

    private void Check(SlackMessage message, SlackResult sent)
    {
        if (!sent.Ok)
        {
            Failed(message, sent);
        }
    }

    private SlackMessage Failed(SlackMessage message, SlackResult result)
    {
        LogNotTaken(message.ConversationId, result.Error);
        return result.MayTryAgain ? throw new HttpRequestException($"Slack does not take an answer: {result.Error}") : message;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack did not take an answer ({What}): {Error}")]
    private partial void LogNotTaken(string what, string? error);
}
