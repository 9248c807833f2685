using System.Globalization;

namespace Helm.Conversation.Recognition.Dates;

/// <summary>Writes dates, times and lengths as TIMEX3 does.</summary>
internal static class Timex
{
    public static string Of(DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Day(int? year, int month, int day) => string.Create(CultureInfo.InvariantCulture, $"{Year(year)}-{month:00}-{day:00}");

    public static string Year(int? year) => year?.ToString("0000", CultureInfo.InvariantCulture) ?? "XXXX";

    public static string Week(DateTime day) =>
        string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(day):0000}-W{ISOWeek.GetWeekOfYear(day):00}");

    public static string Weekday(int day) => string.Create(CultureInfo.InvariantCulture, $"XXXX-WXX-{day}");

    /// <param name="time">The time of the day.</param>
    /// <param name="precision">1 for hours, 2 for minutes, 3 for seconds.</param>
    public static string Time(TimeSpan time, int precision) => time.ToString(precision switch { 1 => @"\Thh", 2 => @"\Thh\:mm", _ => @"\Thh\:mm\:ss" }, CultureInfo.InvariantCulture);

    public static string Range(string begin, string end, string length) => $"({begin},{end},{length})";

    public static string Length(TimeSpan length)
    {
        var text = "PT";
        text += length.TotalHours >= 1 ? Number(Math.Floor(length.TotalHours)) + "H" : "";
        text += length.Minutes > 0 ? Number(length.Minutes) + "M" : "";
        return text + (length.Seconds > 0 ? Number(length.Seconds) + "S" : "");
    }

    public static string Days(DateTime begin, DateTime end) => $"P{Number(Math.Round((end - begin).TotalDays))}D";

    public static string Number(double value) => value.ToString("G15", CultureInfo.InvariantCulture);
}
