namespace Helm.Conversation.Pictures;

/// <summary>A line over time, with its target as a dashed line; the words beside it tell the numbers.</summary>
internal static class LineChart
{
    private const int Width = 320;
    private const int Height = 96;
    private const int Margin = 6;

    private const byte Frame = 1;
    private const byte Target = 2;
    private const byte Line = 3;

    private static readonly (byte, byte, byte)[] Colours = [(255, 255, 255), (221, 225, 230), (214, 57, 57), (32, 107, 196)];

    public static PngImage Draw(IReadOnlyList<decimal> values, decimal? target)
    {
        var image = new PngImage(Width, Height, Colours);
        var (least, most) = (values.Append(target ?? values[0]).Min(), values.Append(target ?? values[0]).Max());
        int RowOf(decimal value) => most == least
            ? Height / 2
            : Height - 1 - Margin - (int)((value - least) / (most - least) * (Height - 1 - (2 * Margin)));

        for (var x = 0; x < Width; x++)
        {
            image.Set(x, Height - 1, Frame);
            if (target is { } line && x % 6 < 3)
            {
                image.Set(x, RowOf(line), Target);
            }
        }

        for (var index = 1; index < values.Count; index++)
        {
            Connect(image, (ColumnOf(index - 1, values.Count), RowOf(values[index - 1])), (ColumnOf(index, values.Count), RowOf(values[index])));
        }

        return image;
    }

    private static int ColumnOf(int index, int count) => Margin + (index * (Width - 1 - (2 * Margin)) / Math.Max(1, count - 1));

    /// <summary>Two pixels thick.</summary>
    private static void Connect(PngImage image, (int X, int Y) from, (int X, int Y) to)
    {
        var steps = Math.Max(1, Math.Max(Math.Abs(to.X - from.X), Math.Abs(to.Y - from.Y)));
        for (var step = 0; step <= steps; step++)
        {
            var (x, y) = (from.X + ((to.X - from.X) * step / steps), from.Y + ((to.Y - from.Y) * step / steps));
            image.Set(x, y, Line);
            image.Set(x, y + 1, Line);
        }
    }
}
