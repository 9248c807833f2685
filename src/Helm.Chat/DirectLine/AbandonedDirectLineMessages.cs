using System.Text.Json;
using Helm.Chat.Turns;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Helm.Chat.DirectLine;

/// <summary>What was said on the page, and nobody answered before a host ended.</summary>
internal sealed class AbandonedDirectLineMessages(
    DirectLineTurns turns, DirectLineInbox inbox, TimeProvider time, IHostApplicationLifetime lifetime, ILogger<AbandonedDirectLineMessages> log)
    : AbandonedTurns<DirectLineMessage>(turns, inbox, time, lifetime, log)
{
    protected override DirectLineMessage? Read(string body)
    {
        try
        {
            return DirectLineMessage.Read(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
