using Helm.Conversation.Weights;

namespace Helm.Conversation.Tests.Weights;

public sealed class PackedRowsTests
{
    private const int Rows = 5;

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(21)]
    [InlineData(24)]
    [InlineData(55)]
    public void A_row_is_added_as_it_was_but_for_the_last_of_a_hundred_parts(int width)
    {
        var random = new Random(11);
        float[] weights = [.. Enumerable.Range(0, Rows * width).Select(_ => (float)((random.NextDouble() * 6) - 3))];
        var packed = Written(PackedRows.Pack(weights, width), width);
        for (var row = 0; row < Rows; row++)
        {
            float[] sums = [.. Enumerable.Repeat(1f, width)];
            packed.AddTo(sums, [row], [2]);

            var most = weights.AsSpan(row * width, width).ToArray().Max(MathF.Abs);
            for (var at = 0; at < width; at++)
            {
                Assert.InRange(sums[at], 1 + (2 * (weights[(row * width) + at] - (most / 200))), 1 + (2 * (weights[(row * width) + at] + (most / 200))));
            }
        }
    }

    [Fact]
    public void Rows_are_added_one_after_the_other_in_their_order()
    {
        const int Width = 31;
        var random = new Random(12);
        var packed = PackedRows.Pack([.. Enumerable.Range(0, Rows * Width).Select(_ => (float)((random.NextDouble() * 6) - 3))], Width);
        int[] rows = [3, 0, 3, 4];
        float[] times = [0.3f, 1.7f, -2.1f, 0.9f];
        var (together, alone) = (new float[Width], new float[Width]);

        packed.AddTo(together, rows, times);
        foreach (var (row, often) in rows.Zip(times))
        {
            packed.AddTo(alone, [row], [often]);
        }

        Assert.Equal(alone, together);
    }

    [Fact]
    public void A_row_of_nothing_adds_nothing()
    {
        var sums = new float[3];
        PackedRows.Pack([0, 0, 0], 3).AddTo(sums, [0], []);

        Assert.Equal([0, 0, 0], sums);
    }

    private static PackedRows Written(PackedRows rows, int width)
    {
        var written = new MemoryStream();
        rows.Write(new BinaryWriter(written));
        written.Position = 0;

        return PackedRows.Read(new BinaryReader(written), Rows, width);
    }
}
