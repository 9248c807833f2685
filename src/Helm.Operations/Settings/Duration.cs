using System.ComponentModel;
using System.Globalization;

namespace Helm.Operations.Settings;

/// <summary>A length of time as the documents write it: <c>5m</c>, <c>30s</c>, <c>1h30m</c>, <c>30d</c>.</summary>
[TypeConverter(typeof(DurationConverter))]
public readonly record struct Duration(TimeSpan Value)
{
    /// <summary>What a wrong duration is answered with.</summary>
    public const string Expected = "a duration such as 30s, 5m, 1h or 30d";

    /// <summary>The largest first, which is the order of writing.</summary>
    private static readonly (string Name, TimeSpan Length)[] Units =
    [
        ("d", TimeSpan.FromDays(1)),
        ("h", TimeSpan.FromHours(1)),
        ("m", TimeSpan.FromMinutes(1)),
        ("s", TimeSpan.FromSeconds(1)),
        ("ms", TimeSpan.FromMilliseconds(1)),
    ];

    public static implicit operator TimeSpan(Duration duration) => duration.Value;

    public static implicit operator Duration(TimeSpan value) => new(value);

    public static Duration FromSeconds(int seconds) => new(TimeSpan.FromSeconds(seconds));

    public static Duration FromMinutes(int minutes) => new(TimeSpan.FromMinutes(minutes));

    public static Duration FromDays(int days) => new(TimeSpan.FromDays(days));

    public TimeSpan ToTimeSpan() => Value;

    /// <summary>False for anything but numbers each followed by its unit, or the <c>00:05:00</c> of .NET.</summary>
    public static bool TryParse(string? text, out Duration duration)
    {
        duration = default;
        var rest = text.AsSpan().Trim();
        if (rest.Contains(':'))
        {
            var parsed = TimeSpan.TryParse(rest, CultureInfo.InvariantCulture, out var value) && value >= TimeSpan.Zero;
            duration = parsed ? value : default;
            return parsed;
        }

        var total = TimeSpan.Zero;
        var any = false;
        while (TakePart(ref rest, out var part))
        {
            total += part;
            any = true;
        }

        duration = total;
        return any && rest.IsEmpty;
    }

    /// <summary>In the shortest of the documents' forms.</summary>
    public override string ToString()
    {
        foreach (var (name, unit) in Units)
        {
            if (Value != TimeSpan.Zero && Value.Ticks % unit.Ticks == 0)
            {
                return string.Create(CultureInfo.InvariantCulture, $"{Value.Ticks / unit.Ticks}{name}");
            }
        }

        return Value == TimeSpan.Zero ? "0s" : Value.ToString("c", CultureInfo.InvariantCulture);
    }

    private static bool TakePart(ref ReadOnlySpan<char> rest, out TimeSpan part)
    {
        part = default;
        var digits = rest.IndexOfAnyExceptInRange('0', '9');
        if (digits is < 1 or > 7)
        {
            return false;
        }

        var letters = rest[digits..].IndexOfAnyInRange('0', '9');
        var unitName = letters < 0 ? rest[digits..] : rest.Slice(digits, letters);
        var name = unitName.ToString();
        var unit = Units.FirstOrDefault(one => one.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Length;
        if (unit == default)
        {
            return false;
        }

        part = unit * int.Parse(rest[..digits], CultureInfo.InvariantCulture);
        rest = rest[(digits + unitName.Length)..];
        return true;
    }
}

/// <summary>Lets durations be written in configuration.</summary>
internal sealed class DurationConverter : TypeConverter
{
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) =>
        sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
        Duration.TryParse(value as string, out var duration)
            ? duration
            : throw new FormatException($"'{value}' is not {Duration.Expected}.");
}
