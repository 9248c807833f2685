using System.Text.Json;
using Helm.Chat.Slack.Blocks;
using Helm.Conversation.Dialogs;
using Helm.Conversation.Direction.Mending;
using Helm.Conversation.Notices;
using Helm.Conversation.Turns;

namespace Helm.Chat.Slack;

/// <summary>The messages that ask for a plan's approval: where there is nothing to decide any more, the buttons go and what became of it stands there.</summary>
internal sealed class PlanMessages(SlackApi api, SlackAddresses addresses, NoticeLibrary notices)
{
    private const string Shown = "remediate.shown";
    private const string Pending = "pending";

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
        if (pressed is { Channel: { } channel, Ts: { } ts } && await UpdateAsync(channel, ts, content, cancellation) is { Ok: true })
        {
            return;
        }

        if (addresses.Response(pressed.ReplaceUrl) is { } address)
        {
            await api.RespondAsync(address, new() { ["replace_original"] = true, ["text"] = content.Text, ["blocks"] = content.Blocks.DeepClone() }, cancellation);
        }
    }

    /// <param name="facts">Of the plan as it is now, in JSON.</param>
    public SlackContent Draw(string facts)
    {
        var told = notices.Told(new("", "slack", "", Shown, facts));
        return BlockKit.Draw(told.Card!, told.Text, []);
    }

    public Task<SlackResult> UpdateAsync(string channel, string ts, SlackContent content, CancellationToken cancellation) => api.CallAsync(
        "chat.update", new() { ["channel"] = channel, ["ts"] = ts, ["text"] = content.Text, ["blocks"] = content.Blocks.DeepClone() }, cancellation);
}
