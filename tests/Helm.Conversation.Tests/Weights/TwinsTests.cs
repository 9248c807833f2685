using Helm.Conversation.Weights;

namespace Helm.Conversation.Tests.Weights;

public sealed class TwinsTests
{
    [Fact]
    public void Features_of_the_same_places_share_a_row_and_the_first_stands_for_all()
    {
        var twins = new Twins([Places(0, 2), Places(1), Places(0, 2), Places(0), Places(1), Places(0, 2)]);

        Assert.Equal([0, 1, 0, 2, 1, 0], twins.Rows.ToArray());
        Assert.Equal([3, 2, 1], twins.Sizes.ToArray());
        Assert.Equal([0, 1, 3], twins.Firsts.ToArray());
        Assert.Equal([0, 1, 3], Enumerable.Range(0, 6).Where(twins.IsFirst));
    }

    [Fact]
    public void Other_places_are_other_features()
    {
        ulong[] places = [.. from first in Enumerable.Range(0, 100) from second in Enumerable.Range(first + 1, 100) select Places(first, second)];

        Assert.Equal(places.Length, new Twins([.. places, .. places]).Sizes.Length);
    }

    private static ulong Places(params int[] places) => places.Aggregate(0UL, Twins.Add);
}
