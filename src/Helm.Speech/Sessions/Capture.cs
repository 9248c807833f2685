using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Helm.Speech.Audio;

namespace Helm.Speech.Sessions;

/// <summary>Reads a microphone on a thread of its own, so that no sound is lost while something is decoded.</summary>
internal static class Capture
{
    // Five seconds of sound.
    private const int MostFrames = 250;

    public static async IAsyncEnumerable<short[]> FramesAsync(
        IMicrophone microphone, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var frames = Channel.CreateBounded<short[]>(MostFrames);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var reading = Task.Factory.StartNew(
            () => ReadAsync(microphone, frames.Writer, ending.Token),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default).Unwrap();
        try
        {
            await foreach (var frame in frames.Reader.ReadAllAsync(cancellation))
            {
                yield return frame;
            }
        }
        finally
        {
            await ending.CancelAsync();
            await reading;
        }
    }

    private static async Task ReadAsync(IMicrophone microphone, ChannelWriter<short[]> frames, CancellationToken ending)
    {
        Exception? end = null;
        try
        {
            var frame = new short[SpeechFormat.FrameSamples];
            while (!ending.IsCancellationRequested && microphone.Read(frame))
            {
                await frames.WriteAsync([.. frame], ending);
            }
        }
        catch (OperationCanceledException)
        {
            // The session ended first.
        }
        catch (AudioDeviceException gone)
        {
            end = gone;
        }

        frames.TryComplete(end);
    }
}
