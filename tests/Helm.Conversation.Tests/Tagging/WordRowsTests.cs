using Helm.Conversation.Tagging;

namespace Helm.Conversation.Tests.Tagging;

public sealed class WordRowsTests
{
    private static readonly WordRows Rows = new([.. Enumerable.Range(0, 3000)], [1000, 1000, 3000]);

    [Fact]
    public void What_is_left_stays_with_its_word_and_in_its_order()
    {
        var some = Rows.Without(0.4f, new Random(1));

        Assert.Equal(3, some.Words);
        Assert.InRange(some.At(0).Length, 540, 660);
        Assert.Equal(0, some.At(1).Length);
        Assert.InRange(some.At(2).Length, 1110, 1290);
        Assert.Equal(some.At(0).ToArray().Where(row => row < 1000).Distinct().Order(), some.At(0).ToArray());
        Assert.Equal(some.At(2).ToArray().Where(row => row is >= 1000 and < 3000).Distinct().Order(), some.At(2).ToArray());
    }

    [Fact]
    public void Each_time_others_are_left_out()
    {
        var lots = new Random(1);

        Assert.NotEqual(Rows.Without(0.4f, lots).At(0).ToArray(), Rows.Without(0.4f, lots).At(0).ToArray());
    }

    [Fact]
    public void Without_a_share_all_stay_and_no_lot_is_drawn()
    {
        var lots = new Random(1);

        Assert.Same(Rows, Rows.Without(0, lots));
        Assert.Equal(new Random(1).Next(), lots.Next());
    }
}
