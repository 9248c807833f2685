using Helm.Chat.Turns;
using Helm.Operations.Delivery;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.Options;

namespace Helm.Chat.BotFramework;

/// <summary>The activities that wait for their answer.</summary>
internal sealed class ActivityInbox(IInbox inbox, TimeProvider time, IOptions<BotFrameworkOptions> options, IServer server)
    : DoorInbox("bot-framework", inbox, time, server)
{
    public override bool IsOpen => options.Value.Enabled;

    public override TimeSpan AnswerTimeout => options.Value.AnswerTimeout;

    protected override TimeSpan RememberMessages => options.Value.RememberMessages;
}
