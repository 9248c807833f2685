using System.Buffers.Binary;
using System.IO.Compression;
using Helm.Conversation.Pictures;

namespace Helm.Conversation.Tests.Pictures;

public sealed class PictureTests
{
    [Fact]
    public void A_line_that_rises_is_drawn_from_the_lower_left_to_the_upper_right_with_its_target_between()
    {
        var image = LineChart.Draw([.. Enumerable.Range(0, 30).Select(at => (decimal)at)], 15);

        var (first, last) = (RowOf(image, 8), RowOf(image, image.Width - 9));
        Assert.True(first > image.Height * 3 / 4 && last < image.Height / 4, $"{first} {last}");
        Assert.InRange(Enumerable.Range(0, image.Height).Single(row => image.At(0, row) == 2), image.Height / 3, image.Height * 2 / 3);
    }

    [Fact]
    public void It_is_a_whole_PNG_whose_sums_are_right_and_whose_pixels_are_those_that_were_set()
    {
        var image = LineChart.Draw([1, 5, 2, 9, 3], null);
        var png = image.Encode();

        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], png[..8]);
        var chunks = Chunks(png).ToList();
        Assert.Equal(["IHDR", "PLTE", "IDAT", "IEND"], chunks.Select(chunk => chunk.Type));
        using var pixels = new ZLibStream(new MemoryStream(chunks[2].Data), CompressionMode.Decompress);
        using var raw = new MemoryStream();
        pixels.CopyTo(raw);
        var rows = raw.ToArray();
        Assert.Equal((image.Width + 1) * image.Height, rows.Length);
        for (var y = 0; y < image.Height; y++)
        {
            Assert.All(Enumerable.Range(0, image.Width), x => Assert.Equal(image.At(x, y), rows[(y * (image.Width + 1)) + 1 + x]));
        }
    }

    [Fact]
    public void A_sparkline_has_the_shape_of_its_values_and_at_most_thirty_columns()
    {
        Assert.Equal("▁▂▃▄▅▆▇█", Sparkline.Of([0, 1, 2, 3, 4, 5, 6, 7]));
        Assert.Equal("▁▁▁", Sparkline.Of([5, 5, 5]));
        Assert.Equal(30, Sparkline.Of([.. Enumerable.Range(0, 61).Select(at => (decimal)at)]).Length);
        Assert.Equal("", Sparkline.Of([5]));
    }

    private static int RowOf(PngImage image, int x) => Enumerable.Range(0, image.Height).First(row => image.At(x, row) == 3);

    /// <summary>Checks each sum the slow way, bit by bit.</summary>
    private static IEnumerable<(string Type, byte[] Data)> Chunks(byte[] png)
    {
        for (var at = 8; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            var covered = png[(at + 4)..(at + 8 + length)];
            Assert.Equal(Crc(covered), BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(at + 8 + length)));
            yield return (System.Text.Encoding.ASCII.GetString(covered, 0, 4), covered[4..]);
            at += 12 + length;
        }
    }

    private static uint Crc(byte[] data)
    {
        var crc = uint.MaxValue;
        foreach (var octet in data)
        {
            crc ^= octet;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320);
            }
        }

        return ~crc;
    }
}
