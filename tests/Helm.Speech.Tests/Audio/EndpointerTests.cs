using Helm.Speech.Audio;

namespace Helm.Speech.Tests.Audio;

public sealed class EndpointerTests
{
    private static readonly Random Random = new(5);

    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    [InlineData(600)]
    public void Speech_stands_out_of_any_steady_room(int noise)
    {
        var endpointer = new Endpointer();
        Feed(endpointer, 200, noise);
        endpointer.Reset();

        Feed(endpointer, 50, noise * 8 + 200);
        Assert.InRange(endpointer.SpeechFrames, 48, 50);
        Assert.Equal(0, endpointer.SilentFrames);

        Feed(endpointer, 25, noise);
        Assert.Equal(25, endpointer.SilentFrames);
    }

    [Fact]
    public void A_steady_noise_is_not_speech_for_long()
    {
        var endpointer = new Endpointer();

        Feed(endpointer, 400, 1_000);

        Assert.InRange(endpointer.SilentFrames, 240, 400);
    }

    private static void Feed(Endpointer endpointer, int frames, int amplitude)
    {
        for (var i = 0; i < frames; i++)
        {
            endpointer.Push([.. Enumerable.Range(0, SpeechFormat.FrameSamples).Select(_ => (short)Random.Next(-amplitude, amplitude + 1))]);
        }
    }
}
