using Helm.Chat.Turns;
using Helm.Operations.Delivery;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Helm.Chat.DirectLine;

/// <summary>Forgets conversations that nobody goes on with.</summary>
internal sealed partial class OldTalk(ITranscripts transcripts, TimeProvider time, IOptions<DirectLineOptions> options, ILogger<OldTalk> log) : BackgroundLoop
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    protected override async Task RunAsync(CancellationToken stopping)
    {
        while (options.Value.Enabled && !stopping.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(Pause, time, stopping);
                await transcripts.PurgeAsync(time.GetUtcNow() - options.Value.KeepConversations, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                LogNotForgotten(failure);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Old conversations of the page could not be deleted; it is tried again")]
    private partial void LogNotForgotten(Exception failure);
}
