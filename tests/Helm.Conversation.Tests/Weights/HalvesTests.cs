using Helm.Conversation.Weights;

namespace Helm.Conversation.Tests.Weights;

public sealed class HalvesTests
{
    [Fact]
    public void Every_half_from_zero_to_the_greatest_is_the_number_that_the_cast_gives()
    {
        for (ushort bits = 0; bits <= BitConverter.HalfToUInt16Bits(Half.MaxValue); bits++)
        {
            var half = BitConverter.UInt16BitsToHalf(bits);

            Assert.Equal((float)half, Halves.ToSingle(half));
        }
    }
}
