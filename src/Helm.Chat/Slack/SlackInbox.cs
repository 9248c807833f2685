using Helm.Chat.Turns;
using Helm.Operations.Delivery;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Helm.Chat.Slack;

/// <summary>What was said in Slack and waits for its answer.</summary>
internal sealed class SlackInbox(IInbox inbox, TimeProvider time, IOptions<SlackOptions> options, IServer server)
    : DoorInbox("slack", inbox, time, server)
{
    public override bool IsOpen => options.Value.IsConfigured;

    public override TimeSpan AnswerTimeout => options.Value.AnswerTimeout;

    protected override TimeSpan RememberMessages => options.Value.RememberMessages;
}

/// <summary>What nobody answered before a host ended.</summary>
internal sealed class AbandonedSlackMessages(
    SlackTurns turns, SlackInbox inbox, TimeProvider time, IHostApplicationLifetime lifetime, ILogger<AbandonedSlackMessages> log)
    : AbandonedTurns<SlackMessage>(turns, inbox, time, lifetime, log)
{
    protected override SlackMessage? Read(string body) => SlackMessage.Read(body);
}
