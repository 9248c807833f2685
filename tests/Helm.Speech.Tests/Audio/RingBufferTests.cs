using Helm.Speech.Audio;

namespace Helm.Speech.Tests.Audio;

public sealed class RingBufferTests
{
    [Fact]
    public void It_always_holds_the_last_samples_in_order()
    {
        var ring = new RingBuffer(100);
        var all = new List<short>();
        var random = new Random(3);
        for (var i = 0; i < 500; i++)
        {
            short[] piece = [.. Enumerable.Range(0, random.Next(1, 130)).Select(_ => (short)random.Next(short.MaxValue))];
            ring.Write(piece);
            all.AddRange(piece);
            var wanted = random.Next(120);

            Assert.Equal(all.TakeLast(Math.Min(Math.Min(wanted, 100), all.Count)), ring.Last(wanted));
        }
    }

    [Fact]
    public void After_clearing_it_is_empty()
    {
        var ring = new RingBuffer(10);
        ring.Write([1, 2, 3]);
        ring.Clear();

        Assert.Empty(ring.Last(10));
    }
}
