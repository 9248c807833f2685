using System.Text.Json;
using Helm.Chat.Turns;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Helm.Chat.BotFramework;

/// <summary>Activities that nobody answered before a host ended.</summary>
internal sealed class AbandonedActivities(
    ActivityTurns turns, ActivityInbox inbox, Intake intake, TimeProvider time, IHostApplicationLifetime lifetime, ILogger<AbandonedActivities> log)
    : AbandonedTurns<InboundActivity>(turns, inbox, time, lifetime, log)
{
    protected override InboundActivity? Read(string body)
    {
        try
        {
            return intake.TryAccept(ActivityJson.Read(body), out var inbound, out _) ? inbound : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
