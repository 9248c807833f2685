namespace Helm.Conversation.Pictures;

/// <summary>A line over time in eight heights of blocks, for where there are only letters.</summary>
internal static class Sparkline
{
    private const string Blocks = "▁▂▃▄▅▆▇█";
    private const int Widest = 30;

    public static string Of(IReadOnlyList<decimal> values)
    {
        if (values.Count < 2)
        {
            return "";
        }

        var width = Math.Min(Widest, values.Count);
        var columns = Enumerable.Range(0, width).Select(at => Mean(values, at * values.Count / width, (at + 1) * values.Count / width)).ToList();
        var (least, most) = (columns.Min(), columns.Max());
        return string.Concat(columns.Select(value => Blocks[most == least ? 0 : (int)Math.Round((value - least) / (most - least) * (Blocks.Length - 1))]));
    }

    private static decimal Mean(IReadOnlyList<decimal> values, int from, int to)
    {
        var sum = 0m;
        for (var at = from; at < to; at++)
        {
            sum += values[at];
        }

        return sum / (to - from);
    }
}
