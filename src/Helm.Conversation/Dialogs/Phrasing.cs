using System.Globalization;
using Helm.Conversation.Pictures;
using Humanizer;

namespace Helm.Conversation.Dialogs;

/// <summary>How values are put into words: once for the eye, once for the ear.</summary>
internal abstract class Phrasing
{
    public static Phrasing ForEye { get; } = new Written();

    public static Phrasing ForEar { get; } = new Spoken();

    public abstract string Number(decimal number);

    public abstract string Percent(decimal number);

    public abstract string Milliseconds(decimal number);

    public abstract string Ratio(decimal part, decimal whole);

    public abstract string Time(DateTimeOffset time);

    public static string Stamp(DateTimeOffset time) => time.ToString("yyyy-MM-dd HH:mm:ss ", CultureInfo.InvariantCulture) + Zone(time.Offset);

    /// <param name="currency">As ISO 4217 has it: <c>USD</c>.</param>
    public abstract string Money(decimal amount, string currency);

    /// <summary>A day without a time.</summary>
    public abstract string Day(DateTimeOffset day);

    /// <summary>Numbers over time, as far as they can be told at a glance.</summary>
    public abstract string Line(IEnumerable<object?> values);

    /// <summary>For the eye nothing is left out, so that it can be counted back to the same minutes; the ear keeps no more than the two largest units.</summary>
    public string Duration(decimal minutes)
    {
        (decimal Count, string Unit)[] parts =
        [
            (decimal.Floor(minutes / 1440), "day"), (decimal.Floor(minutes / 60) % 24, "hour"), (minutes % 60, "minute"),
        ];
        var told = Kept(parts).Where(part => part.Count > 0).Select(part => Count(part.Count, part.Unit)).ToList();

        return told.Count == 0 ? Count(0, "minute") : string.Join(' ', told);
    }

    /// <summary>What is told of a duration.</summary>
    /// <param name="parts">Days and what is smaller, the largest first.</param>
    public abstract IEnumerable<(decimal Count, string Unit)> Kept(IEnumerable<(decimal Count, string Unit)> parts);

    /// <summary>"1 issue", "2 issues".</summary>
    public string Count(decimal count, string unit) => $"{Number(count)} {Plural(count, unit)}";

    public string Measure(decimal value, string unit) => unit switch
    {
        "percent" or "%" => Percent(value),
        "ms" => Milliseconds(value),
        "" => Number(value),
        _ => $"{Number(value)} {unit}",
    };

    /// <summary>UTC, UTC+1, UTC-3:30.</summary>
    private static string Zone(TimeSpan offset) => offset == TimeSpan.Zero ? "UTC"
        : $"UTC{(offset < TimeSpan.Zero ? '-' : '+')}{offset.Duration().ToString(offset.Minutes == 0 ? "%h" : @"h\:mm", CultureInfo.InvariantCulture)}";

    private static string Plural(decimal count, string unit) => count == 1 ? unit : unit.Pluralize();

    private sealed class Written : Phrasing
    {
        public override IEnumerable<(decimal Count, string Unit)> Kept(IEnumerable<(decimal Count, string Unit)> parts) => parts;

        public override string Number(decimal number) => number.ToString("0.############", CultureInfo.InvariantCulture);

        public override string Percent(decimal number) => Number(number) + "%";

        public override string Milliseconds(decimal number) => Number(number) + "ms";

        public override string Ratio(decimal part, decimal whole) => $"{Number(part)}/{Number(whole)}";

        public override string Time(DateTimeOffset time) =>
            time.ToString("HH:mm ", CultureInfo.InvariantCulture) + Zone(time.Offset);

        public override string Money(decimal amount, string currency) => currency == "USD"
            ? (amount < 0 ? "-$" : "$") + Math.Abs(amount).ToString("#,0.00", CultureInfo.InvariantCulture)
            : amount.ToString("#,0.00 ", CultureInfo.InvariantCulture) + currency;

        public override string Day(DateTimeOffset day) => day.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        public override string Line(IEnumerable<object?> values) => Sparkline.Of([.. values.OfType<decimal>()]);
    }

    private sealed class Spoken : Phrasing
    {
        private const int MostUnits = 2;
        private const int DaysOfAMonth = 30;

        /// <summary>Of more than a month the days alone: "three hundred eighty-three days".</summary>
        public override IEnumerable<(decimal Count, string Unit)> Kept(IEnumerable<(decimal Count, string Unit)> parts)
        {
            var all = parts.ToList();
            var largest = all.SkipWhile(part => part.Count == 0).ToList();

            return largest.Count == 0 ? all.TakeLast(1)
                : largest.Take(largest[0] is { Unit: "day", Count: > DaysOfAMonth } ? 1 : MostUnits).Where(part => part.Count > 0);
        }

        public override string Number(decimal number) => NumberWords.Of(number);

        public override string Percent(decimal number) => Number(number) + " percent";

        public override string Milliseconds(decimal number) => $"{Number(number)} {Plural(number, "millisecond")}";

        public override string Ratio(decimal part, decimal whole) => $"{Number(part)} out of {Number(whole)}";

        public override string Money(decimal amount, string currency)
        {
            var (whole, cents) = (decimal.Truncate(amount), Math.Abs(decimal.Truncate(amount * 100) % 100));
            return (currency, cents) switch
            {
                ("USD", 0) => $"{Number(whole)} {Plural(whole, "dollar")}",
                ("USD", _) when whole == 0 => $"{Number(amount * 100)} {Plural(cents, "cent")}",
                ("USD", _) => $"{Number(whole)} {Plural(whole, "dollar")} and {Number(cents)} {Plural(cents, "cent")}",
                _ => $"{Number(amount)} {currency}",
            };
        }

        public override string Day(DateTimeOffset day) =>
            $"{day.UtcDateTime.ToString("MMMM", CultureInfo.InvariantCulture)} {day.UtcDateTime.Day.ToOrdinalWords()}";

        public override string Line(IEnumerable<object?> values) => "";

        public override string Time(DateTimeOffset time)
        {
            var (hour, minute) = (time.Hour, time.Minute);

            return minute switch
            {
                0 => $"{Number(hour)} hundred",
                < 10 => $"{Number(hour)} oh {Number(minute)}",
                _ => $"{Number(hour)} {Number(minute)}",
            };
        }
    }
}
