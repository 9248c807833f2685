using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;

namespace Helm.Chat.DirectLine;

/// <summary>Tells one client over its WebSocket what is said, from the message on that it has not seen.</summary>
internal sealed class LineStream(Transcript transcript, TimeProvider time, IHostApplicationLifetime host)
{
    /// <summary>What another host answers is in the database only.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(2);

    /// <summary>Clients send an empty message every 20 seconds and nothing else.</summary>
    private const int LargestPing = 1024;

    public async Task RunAsync(WebSocket socket, Pass pass, long watermark, CancellationToken cancellation)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation, host.ApplicationStopping);
        var left = pass.Until - time.GetUtcNow();
        over.CancelAfter(left > TimeSpan.Zero ? left : TimeSpan.Zero);
        var listening = transcript.Listen(pass.Conversation);
        var pings = PingsAsync(socket, over);
        try
        {
            await TellAsync(socket, pass.Conversation, watermark, listening, over.Token);
        }
        catch (Exception gone) when (gone is OperationCanceledException or WebSocketException)
        {
            // The client went, the host stops, or the person has to sign in again; whoever comes back goes on by the watermark.
        }
        finally
        {
            transcript.Leave(listening);
            await over.CancelAsync();
            await CloseAsync(socket);
            await pings;
        }
    }

    private async Task TellAsync(WebSocket socket, string conversation, long watermark, Channel<JsonObject?> listening, CancellationToken cancellation)
    {
        while (true)
        {
            while (listening.Reader.TryRead(out var hint))
            {
                if (hint is not null)
                {
                    await SendAsync(socket, new(new JsonArray(hint.DeepClone()), watermark), cancellation);
                }
            }

            for (var news = await transcript.ReadAsync(conversation, watermark, cancellation);
                 news.Activities.Count > 0;
                 news = await transcript.ReadAsync(conversation, watermark, cancellation))
            {
                await SendAsync(socket, news, cancellation);
                watermark = news.Watermark;
            }

            await WaitAsync(listening, cancellation);
        }
    }

    private async Task WaitAsync(Channel<JsonObject?> listening, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var first = await Task.WhenAny(listening.Reader.WaitToReadAsync(patience.Token).AsTask(), Task.Delay(LookAgain, time, patience.Token));
        await patience.CancelAsync();
        await first.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellation.ThrowIfCancellationRequested();
    }

    private static Task SendAsync(WebSocket socket, Batch batch, CancellationToken cancellation) => socket.SendAsync(
        Encoding.UTF8.GetBytes(batch.Write().ToJsonString()), WebSocketMessageType.Text, endOfMessage: true, cancellation);

    private static async Task PingsAsync(WebSocket socket, CancellationTokenSource over)
    {
        var buffer = new byte[LargestPing];
        try
        {
            while (await socket.ReceiveAsync(buffer.AsMemory(), over.Token) is { MessageType: not WebSocketMessageType.Close, EndOfMessage: true })
            {
                // An empty message only shows that the line is open.
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException or WebSocketException)
        {
            // The client is gone, or its stream is over.
        }

        await over.CancelAsync();
    }

    private static async Task CloseAsync(WebSocket socket)
    {
        try
        {
            using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(1));
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            {
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, soon.Token);
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException or WebSocketException)
        {
            socket.Abort();
        }
    }
}
