using System.Runtime.InteropServices;
using System.Threading.Channels;
using Helm.Speech.Engines;

namespace Helm.Speech.Transcription;

/// <summary>A sentence that goes to an engine elsewhere while it is being said.</summary>
internal sealed class StreamedSentence : ITranscription
{
    private readonly Channel<byte[]> _sound = Channel.CreateUnbounded<byte[]>();
    private readonly CancellationTokenSource _end = new();
    private readonly Task<Transcript> _transcript;
    private readonly TimeSpan _patience;
    private readonly Func<SpeechEngineException> _silent;

    /// <param name="hear">Sends the sound until it ends, and returns what it was.</param>
    /// <param name="patience">Longer than this after the end no text is waited for.</param>
    /// <param name="silent">What is said when none came.</param>
    public StreamedSentence(
        Func<ChannelReader<byte[]>, CancellationToken, Task<Transcript>> hear, TimeSpan patience, Func<SpeechEngineException> silent)
    {
        (_patience, _silent) = (patience, silent);
        _transcript = Task.Run(() => hear(_sound.Reader, _end.Token), CancellationToken.None);
    }

    /// <exception cref="SpeechEngineException">It has failed already; another engine need not wait for the end of the sentence.</exception>
    public void Push(ReadOnlySpan<short> samples)
    {
        if (_transcript is { IsFaulted: true, Exception.InnerException: SpeechEngineException failure })
        {
            throw failure;
        }

        _sound.Writer.TryWrite(MemoryMarshal.AsBytes(samples).ToArray());
    }

    public async Task<Transcript> EndAsync(CancellationToken cancellation)
    {
        _sound.Writer.TryComplete();
        try
        {
            return await _transcript.WaitAsync(_patience, cancellation);
        }
        catch (TimeoutException)
        {
            throw _silent();
        }
    }

    public void Dispose()
    {
        _sound.Writer.TryComplete();
        _end.Cancel();
        // A failure that nobody waits for any more is nobody's.
        _transcript.ContinueWith(
            task => { _ = task.Exception; _end.Dispose(); }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }
}
