using System.Globalization;
using Helm.Conversation.Recognition.Reading;

namespace Helm.Conversation.Recognition.Dates;

/// <summary>Holidays that follow the moon, by the calendar they are kept in: Islamic, Chinese or Hebrew.</summary>
internal static class LunarHolidays
{
    /// <summary>Month and day of the Islamic year, by the tabular calendar.</summary>
    private static readonly Dictionary<string, string> Islamic = WordTable.Texts(
        """
        ramadan=9-1 ramadhan=9-1 ramzan=9-1 ramazan=9-1 ramathan=9-1
        eid_al_fitr=10-1 festival_of_breaking_the_fast=10-1
        eid_al_adha=12-10 eid_al_azha=12-10 eidul_azha=12-10 feast_of_the_sacrifice=12-10
        islamic_new_year=1-1 arabic_new_year=1-1 hijri_new_year=1-1
        """);

    /// <summary>Month and day of the Chinese year, leap months not counted.</summary>
    private static readonly Dictionary<string, string> Chinese = WordTable.Texts(
        """
        chinese_new_year=1-1 lunar_new_year=1-1 lantern_festival=1-15 lantern_day=1-15 dragon_boat=5-5 dragon_boat_day=5-5 dragon_boat_festival=5-5 mid_autumn_day=8-15 mid_autumn_festival=8-15 moon_day=8-15
        """);

    /// <summary>Days from the Hebrew new year on, where every month until the spring may change its length: rosh hashanah, yom kippur.</summary>
    private static readonly Dictionary<string, int> Hebrew = WordTable.Integers("rosh_hashanah=0 yom_kippur=9 sukkot=14");

    public static bool Knows(string name) => Islamic.ContainsKey(name) || Chinese.ContainsKey(name) || Hebrew.ContainsKey(name);

    public static DateTime? Of(string name, int year)
    {
        if (Hebrew.TryGetValue(name, out var days))
        {
            return year is >= 1600 and <= 2200 ? NewYear(year).AddDays(days) : null;
        }

        return Islamic.TryGetValue(name, out var islamic) ? FromIslamic(year, islamic) : FromChinese(year, Chinese[name]);
    }

    private static DateTime? FromIslamic(int year, string day)
    {
        if (year is < 700 or > 9000)
        {
            return null;
        }

        var calendar = new HijriCalendar { HijriAdjustment = 0 };
        var (month, number) = Parts(day);
        var first = calendar.GetYear(new DateTime(year, 1, 1));
        var date = calendar.ToDateTime(first, month, number, 0, 0, 0, 0);
        return date.Year == year ? date : calendar.ToDateTime(first + 1, month, number, 0, 0, 0, 0);
    }

    private static DateTime? FromChinese(int year, string day)
    {
        var calendar = new ChineseLunisolarCalendar();
        if (year <= calendar.MinSupportedDateTime.Year || year >= calendar.MaxSupportedDateTime.Year)
        {
            return null;
        }

        var (month, number) = Parts(day);
        var leap = calendar.GetLeapMonth(year);
        return calendar.ToDateTime(year, leap > 0 && month >= leap ? month + 1 : month, number, 0, 0, 0, 0);
    }

    /// <summary>The first of Tishri that lies in this year.</summary>
    private static DateTime NewYear(int year)
    {
        var calendar = new HebrewCalendar();
        return calendar.ToDateTime(calendar.GetYear(new DateTime(year, 12, 31)), 1, 1, 0, 0, 0, 0);
    }

    private static (int Month, int Day) Parts(string day)
    {
        var dash = day.IndexOf('-', StringComparison.Ordinal);
        return (int.Parse(day[..dash], CultureInfo.InvariantCulture), int.Parse(day[(dash + 1)..], CultureInfo.InvariantCulture));
    }
}
