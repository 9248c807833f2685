using Helm.Conversation.Tagging;

namespace Helm.Conversation.Tests.Tagging;

public sealed class ChunkTests
{
    [Fact]
    public void A_chunk_goes_on_while_its_tags_do() =>
        Assert.Equal([new Chunk("city", 1, 3)], Chunk.Of(["O", "B-city", "I-city", "O"]));

    [Fact]
    public void Two_of_a_slot_side_by_side_are_two() =>
        Assert.Equal([new Chunk("city", 0, 1), new Chunk("city", 1, 2)], Chunk.Of(["B-city", "B-city"]));

    [Fact]
    public void A_change_of_slot_ends_a_chunk_and_starts_another() =>
        Assert.Equal([new Chunk("city", 0, 1), new Chunk("date", 1, 2)], Chunk.Of(["B-city", "I-date"]));
}
