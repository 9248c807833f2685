using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Helm.Speech.Audio;
using Helm.Speech.Engines;
using Helm.Speech.Wake;

namespace Helm.Speech.Wyoming;

/// <summary>Sends what is heard and waits for detections; a server that falls ten seconds behind has failed.</summary>
internal sealed class WyomingWakeListener : IWakeListener
{
    private const int MostFramesBehind = 500;

    private readonly WyomingTalk _talk;
    private readonly Channel<byte[]> _frames = Channel.CreateBounded<byte[]>(MostFramesBehind);
    private readonly ConcurrentQueue<WakeHit> _hits = new();
    private readonly CancellationTokenSource _end = new();
    private readonly Task _exchange;
    private long _heard;

    public WyomingWakeListener(WyomingTalk talk)
    {
        _talk = talk;
        _exchange = Task.Run(ExchangeAsync, CancellationToken.None);
    }

    public WakeHit? Push(ReadOnlySpan<short> frame)
    {
        if (_exchange is { IsFaulted: true, Exception.InnerException: SpeechEngineException failure })
        {
            throw failure;
        }

        Interlocked.Add(ref _heard, frame.Length);
        return !_frames.Writer.TryWrite(MemoryMarshal.AsBytes(frame).ToArray())
            ? throw new SpeechEngineException($"The Wyoming server at {_talk.Server.Address} does not keep up with the sound.")
            : _hits.TryDequeue(out var hit) ? hit : null;
    }

    public void Reset() => _hits.Clear();

    public void Dispose()
    {
        _frames.Writer.TryComplete();
        _end.Cancel();
        // A failure that nobody waits for any more is nobody's.
        _exchange.ContinueWith(
            task => { _ = task.Exception; _end.Dispose(); }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private async Task ExchangeAsync()
    {
        using var client = await _talk.ConnectAsync(_end.Token);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(_end.Token);
        var sending = SendAsync(client, ended.Token);
        try
        {
            while (true)
            {
                if (await client.ReceiveAsync(_end.Token) is { Type: "detection" } detection && IsWanted(detection))
                {
                    _hits.Enqueue(new WakeHit(Delay(detection)));
                }
            }
        }
        finally
        {
            await ended.CancelAsync();
            await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task SendAsync(WyomingClient client, CancellationToken cancellation)
    {
        var names = _talk.Server.Name is { Length: > 0 } name ? new JsonObject { ["names"] = new JsonArray(name) } : [];
        await client.SendAsync(WyomingEvent.Of("detect", names), cancellation);
        await client.SendAsync(WyomingEvent.SoundBegins(), cancellation);
        var sent = 0L;
        await foreach (var frame in _frames.Reader.ReadAllAsync(cancellation))
        {
            await client.SendAsync(WyomingEvent.Sound(frame.AsSpan(), SpeechFormat.DurationOf(sent)), cancellation);
            sent += frame.Length / sizeof(short);
        }
    }

    private bool IsWanted(WyomingEvent detection) =>
        _talk.Server.Name is not { Length: > 0 } wanted || detection.Text("name") is not { } name || name == wanted;

    /// <summary>Counted from the chunk that the server names; a server that names none is believed to be quick.</summary>
    private TimeSpan Delay(WyomingEvent detection)
    {
        var delay = detection.Number("timestamp") is { } at
            ? SpeechFormat.DurationOf(Interlocked.Read(ref _heard)) - TimeSpan.FromMilliseconds(at)
            : TimeSpan.Zero;
        return delay > TimeSpan.Zero ? delay : TimeSpan.Zero;
    }
}
