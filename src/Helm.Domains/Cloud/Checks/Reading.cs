namespace Helm.Domains.Cloud.Checks;

/// <summary>One number that was wanted: measured, rightly absent (null without a problem), or not to be had.</summary>
internal readonly record struct Reading(decimal? Value, string? Problem)
{
    public static Reading Absent { get; } = new(null, null);

    public static Reading Of(decimal? value) => new(value, null);

    public static Reading Unknown(string problem) => new(null, problem);
}

/// <summary>All readings of one resource by name.</summary>
internal sealed class Readings
{
    private readonly Dictionary<string, Reading> _byName = new(StringComparer.Ordinal);

    public Reading this[string name]
    {
        get => _byName.GetValueOrDefault(name);
        set => _byName[name] = value;
    }

    public IEnumerable<KeyValuePair<string, Reading>> All => _byName;

    public decimal? Value(string name) => this[name].Value;
}
