using Helm.Conversation.Weights;

namespace Helm.Conversation.Tests.Weights;

public sealed class HashIndexTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(17)]
    [InlineData(5000)]
    public void Every_hash_has_a_number_of_its_own_and_no_other_has_one(int count)
    {
        var random = new Random(3);
        // Some far apart, some side by side.
        ulong[] hashes = [.. Enumerable.Range(0, count).Select(at => at % 2 == 0 ? (ulong)random.NextInt64(long.MaxValue) << 1 : (ulong)at).Distinct()];

        var (index, numbers) = HashIndex.Of(hashes);

        Assert.Equal(numbers, hashes.Select(index.Find));
        Assert.Equal(Enumerable.Range(0, hashes.Length), numbers.Order());
        Assert.DoesNotContain(hashes, hash => !hashes.Contains(hash + 1) && index.Find(hash + 1) >= 0);
        Assert.Equal(-1, index.Find(ulong.MaxValue));
    }

    [Fact]
    public void What_was_written_finds_the_same()
    {
        var (index, numbers) = HashIndex.Of([7, ulong.MaxValue, 1]);
        var written = new MemoryStream();
        index.Write(new BinaryWriter(written));
        written.Position = 0;

        var read = HashIndex.Read(new BinaryReader(written));

        Assert.Equal(numbers, new[] { read.Find(7), read.Find(ulong.MaxValue), read.Find(1) });
    }
}
