namespace Helm.Domains.Cloud.Checks;

/// <summary>How an indicator comes from readings; null when there is nothing to divide, or nothing was measured.</summary>
internal sealed record Formula(IReadOnlyList<string> Inputs, Func<Readings, decimal?> Compute)
{
    /// <summary>The reading itself.</summary>
    public static Formula Of(string name) => new([name], readings => readings.Value(name));

    /// <summary>One as a percentage of the other.</summary>
    public static Formula Percent(string part, string whole) => new(
        [part, whole],
        readings => readings.Value(whole) is { } all and not 0 ? 100 * readings.Value(part) / all : null);

    /// <summary>What is left to a hundred.</summary>
    public static Formula Rest(string part, string whole) => new(
        [part, whole],
        readings => readings.Value(whole) is { } all and not 0 ? 100 - (100 * readings.Value(part) / all) : null);

    /// <summary>One as a percentage of both together: hits of hits and misses.</summary>
    public static Formula Share(string part, string other) => new(
        [part, other],
        readings => readings.Value(part) + readings.Value(other) is { } all and not 0
            ? 100 * readings.Value(part) / all
            : null);
}
