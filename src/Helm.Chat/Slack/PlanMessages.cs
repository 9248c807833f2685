using System.Text.Json;
using System.Text.Json.Nodes;
using Helm.Chat.Slack.Blocks;
using Helm.Conversation.Dialogs;
using Helm.Conversation.Direction.Mending;
using Helm.Conversation.Notices;
using Helm.Conversation.Turns;
using Helm.Operations.Delivery;

namespace Helm.Chat.Slack;

/// <summary>The messages that ask for a plan's approval: where there is nothing to decide any more, the buttons go and what became of it stands there.</summary>
internal sealed class PlanMessages(SlackApi api, SlackPosts posts, SlackAddresses addresses, NoticeLibrary notices, ISentMessages sent, TimeProvider time)
{
    private const string Shown = "remediate.shown";
    private const string Pending = "pending";
    private const string Told = "remediate.told";
    private const int MostMessages = 20;

    /// <summary>A plan that shows itself as waiting although nobody can decide it any more.</summary>
    private static readonly string?[] Stale = ["expired", "changed", "burned"];

    /// <summary>Puts the pressed message anew, unless somebody else may still decide.</summary>
    public async Task DecidedAsync(SlackMessage pressed, Reply reply, CancellationToken cancellation)
    {
        if (reply.Data is not PlanAnswer plan || (plan.Status == Pending && !Stale.Contains(plan.Reason)))
        {
            return;
        }

        var content = Draw(JsonSerializer.Serialize(plan with { Status = plan.Status == Pending ? plan.Reason! : plan.Status }, HelmJson.Options));
        if (pressed is { Channel: { } channel, Ts: { } ts } && await posts.UpdateAsync(channel, ts, content, cancellation) is { Ok: true })
        {
            return;
        }

        if (addresses.Response(pressed.ReplaceUrl) is { } address)
        {
            await api.RespondAsync(address, new() { ["replace_original"] = true, ["text"] = content.Text, ["blocks"] = content.Blocks.DeepClone() }, cancellation);
        }
    }

    /// <summary>Remembers where a plan was asked about.</summary>
    public Task AskedAsync(Reply reply, string? channel, string? ts, CancellationToken cancellation) =>
        reply.Pending?.Plan is { } plan && channel is not null && ts is not null
            ? sent.AddAsync(new("slack", channel, ts, SentMessage.SubjectOfPlan(plan.PlanId), channel, plan.PlanHash, time.GetUtcNow()), cancellation)
            : Task.CompletedTask;

    /// <summary>When it is told how a plan ended, the messages that asked for it say so too.</summary>
    public async Task ToldAsync(OutboxMessage message, CancellationToken cancellation)
    {
        if (message.Kind != Told || JsonNode.Parse(message.Body)?["plan_id"]?.GetValue<string>() is not { } planId)
        {
            return;
        }

        foreach (var asked in (await sent.ListAsync(SentMessage.SubjectOfPlan(planId), MostMessages, cancellation)).Where(one => one.Channel == message.Channel))
        {
            await posts.UpdateAsync(asked.Place, asked.Id, Draw(message.Body), cancellation);
        }
    }

    /// <param name="facts">Of the plan as it is now, in JSON.</param>
    private SlackContent Draw(string facts)
    {
        var told = notices.Told(new("", "slack", "", Shown, facts));
        return BlockKit.Draw(told.Card!, told.Text, []);
    }
}
