namespace Helm.Operations.Monitoring;

/// <summary>The one place where measured values are rounded: into the answer, from which every rendering is made.</summary>
public static class Rounding
{
    /// <summary>To two decimals, but never to a zero, nor to a full hundred, that was not measured.</summary>
    public static decimal Of(decimal value)
    {
        var rounded = Math.Round(value, 2, MidpointRounding.AwayFromZero);
        if (rounded == 0 && value != 0)
        {
            rounded = Significant(value);
        }
        else if (rounded == 100 && value < 100)
        {
            rounded = decimal.Floor(value * 100) / 100;
        }

        return Plain(rounded);
    }

    /// <summary>Beside its target: with as many decimals as it takes to see on which side it is.</summary>
    public static decimal Beside(decimal value, decimal target)
    {
        var rounded = Of(value);
        for (var decimals = 3; decimals <= 8 && rounded == Of(target) && value != target; decimals++)
        {
            rounded = Plain(Math.Round(value, decimals, MidpointRounding.AwayFromZero));
        }

        return rounded;
    }

    public static decimal? Beside(decimal? value, decimal? target) =>
        value is { } known && target is { } limit ? Beside(known, limit) : Of(value);

    public static decimal? Of(decimal? value) => value is { } known ? Of(known) : null;

    /// <summary>Latencies: whole milliseconds from ten on.</summary>
    public static decimal Milliseconds(decimal value) =>
        value >= 10 ? Plain(Math.Round(value, MidpointRounding.AwayFromZero)) : Of(value);

    public static int Minutes(TimeSpan span) => (int)Math.Max(0, Math.Floor(span.TotalMinutes));

    private static decimal Significant(decimal value)
    {
        var decimals = 2;
        while (decimals < 12 && Math.Round(value, decimals) == 0)
        {
            decimals++;
        }

        return Math.Round(value, decimals, MidpointRounding.AwayFromZero);
    }

    /// <summary>Without trailing zeros, in the JSON as in the words.</summary>
    private static decimal Plain(decimal value) => value / 1.000000000000000000000000000000m;
}
