using Helm.Conversation.Weights;

namespace Helm.Conversation.Tests.Weights;

public sealed class HashIndexTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(17)]
    [InlineData(5000)]
    public void Every_hash_finds_its_number_and_no_other_has_one(int count)
    {
        var random = new Random(3);
        // Some far apart, some side by side.
        ulong[] hashes = [.. Enumerable.Range(0, count).Select(at => at % 2 == 0 ? (ulong)random.NextInt64(long.MaxValue) << 1 : (ulong)at).Distinct()];

        int[] numbers = [.. hashes.Select(_ => random.Next(3 * count))];

        var index = HashIndex.Of(hashes, numbers);

        Assert.Equal(numbers, hashes.Select(index.Find));
        Assert.DoesNotContain(hashes, hash => !hashes.Contains(hash + 1) && index.Find(hash + 1) >= 0);
        Assert.Equal(-1, index.Find(ulong.MaxValue));
    }

    [Fact]
    public void What_was_written_finds_the_same()
    {
        var index = HashIndex.Of([7, ulong.MaxValue, 1], [4, 0, 4]);
        var written = new MemoryStream();
        index.Write(new BinaryWriter(written));
        written.Position = 0;

        var read = HashIndex.Read(new BinaryReader(written));

        Assert.Equal([4, 0, 4], new[] { read.Find(7), read.Find(ulong.MaxValue), read.Find(1) });
    }
}
