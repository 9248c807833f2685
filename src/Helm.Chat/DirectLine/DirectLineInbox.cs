using Helm.Chat.Turns;
using Helm.Operations.Delivery;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.Options;

namespace Helm.Chat.DirectLine;

/// <summary>What was said on the page and waits for its answer.</summary>
internal sealed class DirectLineInbox(IInbox inbox, TimeProvider time, IOptions<DirectLineOptions> options, IServer server)
    : DoorInbox("direct-line", inbox, time, server)
{
    public override bool IsOpen => options.Value.Enabled;

    public override TimeSpan AnswerTimeout => options.Value.AnswerTimeout;

    protected override TimeSpan RememberMessages => options.Value.KeepConversations;
}
