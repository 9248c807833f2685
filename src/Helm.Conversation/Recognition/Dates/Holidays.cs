using Helm.Conversation.Recognition.Reading;

namespace Helm.Conversation.Recognition.Dates;

/// <summary>Reads holidays by name, with the year where it is said: fixed days, counted weekdays, and those that follow Easter or the moon.</summary>
internal static class Holidays
{
    private const int LongestName = 5;

    private static readonly Dictionary<string, string> Fixed = WordTable.Texts(
        """
        christmas=12-25 christmas_day=12-25 xmas=12-25 christmas_eve=12-24 boxing_day=12-26 new_year=1-1 new_years=1-1 new_year_day=1-1
        new_years_day=1-1 new_year_eve=12-31 new_years_eve=12-31 nye=12-31 valentines_day=2-14 valentine_day=2-14 saint_valentine_day=2-14
        saint_patrick=3-17 saint_patrick_day=3-17 saint_patricks_day=3-17 st_patrick_day=3-17 st_patricks_day=3-17 april_fools=4-1
        april_fool_day=4-1 april_fools_day=4-1 earth_day=4-22 groundhog_day=2-2 halloween=10-31 halloween_day=10-31 all_hallows_eve=10-31
        all_saints_day=11-1 all_souls_day=11-2 veterans_day=11-11 veteran_day=11-11 guy_fawkes_day=11-5 guy_fawkes_night=11-5
        independence_day=7-4 us_independence_day=7-4 usa_independence_day=7-4 bastille_day=7-14 juneteenth=6-19 jubilee_day=6-19
        womens_day=3-8 international_womens_day=3-8 may_day=5-1 labour_day_international=5-1 international_workers_day=5-1 int'l_workers_day=5-1 qingming=4-4 qingming_day=4-4 freedom_day=6-19 workers_day=5-1
        cinco_de_mayo=5-5 inauguration_day=1-20 singles_day=11-11 teachers_day=9-10 childrens_day=6-1 girls_day=3-7 white_day=3-14
        white_lover_day=3-14 anzac_day=4-25 maosbirthday=12-26 star_wars_day=5-4 may_the_fourth=5-4 youth_day=5-4 yuandan=1-1 arbor_day=3-12
        epiphany=1-6 candlemas=2-2 world_environment_day=6-5 canada_day=7-1 australia_day=1-26 republic_day=1-26 kwanzaa=12-26
        barack_obama_birthday=8-4 all_saints=11-1 all_souls=11-2 all_hallow=11-1 all_hallow_day=11-1 guy_fawkes=11-5 us_independence=7-4
        qingming_festival=4-4 tomb_sweeping=4-4 tomb_sweeping_day=4-4 white_lover=3-14 lovers_day=2-14 lover_day=2-14 single_day=11-11
        female_day=3-8 women_day=3-8 tree_planting_day=3-12 tree_day=3-12 baptiste_day=6-24 st_george=4-23 st_georges=4-23 st_george_day=4-23
        st_georges_day=4-23 saint_george=4-23 saint_george_day=4-23 saint_georges_day=4-23 st_patrick=3-17 st_patricks=3-17
        saint_patricks=3-17 teacher_day=9-10 children_day=6-1 child_day=6-1 girl_day=3-7 worker_day=5-1 international_worker_day=5-1
        maos_birthday=12-26 mao_birthday=12-26 yuan_dan=1-1 valentines=2-14
        """);

    /// <summary>Month, which one, weekday (1 is Monday), days after it.</summary>
    private static readonly Dictionary<string, string> Counted = WordTable.Texts(
        """
        thanksgiving=11,4,4,0 thanks_giving=11,4,4,0 thanks_giving_day=11,4,4,0 thanksgiving_day=11,4,4,0 black_friday=11,4,4,1 cyber_monday=11,4,4,4 mothers_day=5,2,7,0 mother_day=5,2,7,0
        fathers_day=6,3,7,0 father_day=6,3,7,0 labor_day=9,1,1,0 labour_day=9,1,1,0 memorial_day=5,-1,1,0 columbus_day=10,2,1,0
        martin_luther_king_day=1,3,1,0 mlk_day=1,3,1,0 martin_luther_king_jr_day=1,3,1,0 presidents_day=2,3,1,0 president_day=2,3,1,0
        washingtons_birthday=2,3,1,0 washington_birthday=2,3,1,0 canberra_day=3,2,1,0
        """);

    private static readonly Dictionary<string, int> AfterEaster = WordTable.Integers(
        """
        easter=0 easter_day=0 easter_sunday=0 easter_monday=1 good_friday=-2 easter_saturday=-1 clean_monday=-48 white_sunday=49 white_monday=50 ash_wednesday=-46 palm_sunday=-7
        maundy_thursday=-3 ascension_day=39 ascension_of_christ=39 pentecost=49 whit_sunday=49 whit_monday=50 whitsunday=49
        trinity_sunday=56 corpus_christi=60 mardi_gras=-47 shrove_tuesday=-47
        """);

    public static When? Read(Context context, int at)
    {
        var swift = DateWords.Swifts.TryGetValue(context.Word(at), out var step);
        var start = swift ? at + 1 : at;
        if (Name(context, start) is not { } name)
        {
            return null;
        }

        if (swift)
        {
            return Swifted(context, name.Key, name.End, step);
        }

        return Year(context, context.Skip(name.End, "of")) is { } year
            ? Of(name.Key, year.Year) is { } day ? Certain(name.Key, year.End, day) : null
            : Unsaid(context, name.Key, name.End);
    }

    /// <summary>The day of the holiday that is named here, in that year.</summary>
    public static DateTime? InYear(Context context, int at, int year) => Name(context, at) is { } name ? Of(name.Key, year) : null;

    private static (int Year, int End)? Year(Context context, int at) =>
        YearParts.Year(context, at);

    /// <summary>A holiday of a year that is said: a counted weekday keeps its rule in the name.</summary>
    private static When Certain(string key, int end, DateTime day) =>
        When.Day(end, Counted.TryGetValue(key, out var rule) && rule.EndsWith(",0", StringComparison.Ordinal) ? Timex.Year(day.Year) + TimexOf(key, day)[4..] : Timex.Of(day), day, day);

    private static When? Swifted(Context context, string key, int end, int step)
    {
        var unsaid = Unsaid(context, key, end);
        return step switch
        {
            0 => Of(key, context.Today.Year) is { } day ? Certain(key, end, day) : null,
            > 0 => unsaid is null ? null : Certain(key, end, unsaid.Last.Begin),
            _ => unsaid is null ? null : Certain(key, end, unsaid.First.Begin),
        };
    }

    private static When? Unsaid(Context context, string key, int end)
    {
        if (Of(key, context.Today.Year) is not { } here)
        {
            return null;
        }

        var past = here < context.Today ? here : Of(key, context.Today.Year - 1) ?? here;
        var future = here >= context.Today ? here : Of(key, context.Today.Year + 1) ?? here;
        return When.Day(end, TimexOf(key, here), past, future);
    }

    private static string TimexOf(string key, DateTime here)
    {
        if (!Counted.TryGetValue(key, out var rule))
        {
            return Timex.Day(null, here.Month, here.Day);
        }

        var parts = rule.Split(',');
        return parts[3] is "0" ? $"XXXX-{int.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture):00}-WXX-{parts[2]}-{(parts[1] == "-1" ? "4" : parts[1])}" : Timex.Day(null, here.Month, here.Day);
    }

    /// <summary>The longest name that stands here; an apostrophe in it counts nothing.</summary>
    private static (string Key, int End)? Name(Context context, int at)
    {
        (string, int)? best = null;
        var key = "";
        for (var (words, end) = (0, at); words < LongestName && context.Line[end].IsWord; words++)
        {
            key += (words > 0 ? " " : "") + context.Word(end++);
            end = key is "st" && context.Line.JoinedIs(end, ".") ? end + 1 : end;
            (key, end) = Possessive(context, key, end);
            end = context.Is(end, "-") && context.Line.Joined(end) ? end + 1 : end;
            best = Known(key) ? (key, end) : best;
        }

        return best;
    }

    private static (string, int) Possessive(Context context, string key, int end)
    {
        if (context.Word(end) is not ("'" or "’") || !context.Line.Joined(end))
        {
            return (key, end);
        }

        return context.Line.JoinedIs(end + 1, "s") ? (key + "s", end + 2) : (key, end + 1);
    }

    private static bool Known(string key) => Fixed.ContainsKey(key) || Counted.ContainsKey(key) || AfterEaster.ContainsKey(key) || LunarHolidays.Knows(key);

    private static DateTime? Of(string key, int year)
    {
        if (Fixed.TryGetValue(key, out var day))
        {
            var parts = Numbers(day, '-');
            return new DateTime(year, parts[0], parts[1]);
        }

        if (Counted.TryGetValue(key, out var rule))
        {
            var parts = Numbers(rule, ',');
            return Weekdays.Nth(new DateTime(year, parts[0], 1), parts[1], parts[2]).AddDays(parts[3]);
        }

        return AfterEaster.TryGetValue(key, out var days) ? Easter(year).AddDays(days) : LunarHolidays.Of(key, year);
    }

    private static int[] Numbers(string text, char sign)
    {
        var negative = text.Contains(",-1,", StringComparison.Ordinal);
        var parts = text.Replace(",-1,", ",1,", StringComparison.Ordinal).Split(sign).Select(part => int.Parse(part, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        parts[1] = negative ? -1 : parts[1];
        return parts;
    }

    /// <summary>The Gregorian computation of Meeus, Jones and Butcher.</summary>
    private static DateTime Easter(int year)
    {
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var h = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
        var l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var n = h + l - (7 * m) + 114;
        return new DateTime(year, n / 31, (n % 31) + 1);
    }
}
