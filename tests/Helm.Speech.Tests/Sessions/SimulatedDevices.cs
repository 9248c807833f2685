using Helm.Speech.Audio;

namespace Helm.Speech.Tests.Sessions;

/// <summary>Stops the conversation when all is over; ALSA's file plugin never ends by itself.</summary>
internal sealed class EndingMicrophone(IMicrophone inner, Func<bool> isOver, CancellationTokenSource end) : IMicrophone
{
    public bool Read(Span<short> frame)
    {
        if (isOver())
        {
            end.Cancel();
        }

        // The null device never waits; the text of a sentence does take its time.
        end.Token.WaitHandle.WaitOne(1);
        return inner.Read(frame);
    }

    public void Dispose() => inner.Dispose();
}
