using Helm.Conversation.Recognition;
using Helm.Conversation.Recognition.Reading;

namespace Helm.Conversation.Tests.Recognition;

public sealed class DateTimeTests
{
    // A Wednesday.
    private static readonly DateTime Now = new(2024, 5, 15, 9, 30, 0);

    [Theory]
    [InlineData("deployed yesterday", "yesterday", "date", "timex=2024-05-14 value=2024-05-14")]
    [InlineData("freeze on 24 December 2024", "24 december 2024", "date", "timex=2024-12-24 value=2024-12-24")]
    [InlineData("since then 2024-02-03", "2024-02-03", "date", "timex=2024-02-03 value=2024-02-03")]
    [InlineData("rotate keys next friday", "next friday", "date", "timex=2024-05-24 value=2024-05-24")]
    [InlineData("it failed three days ago", "three days ago", "date", "timex=2024-05-12 value=2024-05-12")]
    [InlineData("wake me at 6:45 pm", "6:45 pm", "time", "timex=T18:45 value=18:45:00")]
    [InlineData("half past nine in the evening", "half past nine in the evening", "time", "timex=T21:30 value=21:30:00")]
    [InlineData("restart in 20 minutes", "in 20 minutes", "datetime", "timex=2024-05-15T09:50:00 value=2024-05-15 09:50:00")]
    [InlineData("the spike began 2024-05-14T13:20:05", "2024-05-14t13:20:05", "datetime", "timex=2024-05-14T13:20:05 value=2024-05-14 13:20:05")]
    [InlineData("tomorrow at 7am", "tomorrow at 7am", "datetime", "timex=2024-05-16T07 value=2024-05-16 07:00:00")]
    [InlineData("errors this week", "this week", "daterange", "timex=2024-W20 start=2024-05-13 end=2024-05-20")]
    [InlineData("the past 2 weeks", "past 2 weeks", "daterange", "timex=(2024-05-01,2024-05-15,P2W) start=2024-05-01 end=2024-05-15")]
    [InlineData("usage in march 2023", "march 2023", "daterange", "timex=2023-03 start=2023-03-01 end=2023-04-01")]
    [InlineData("from 1 March 2024 to 5 March 2024", "from 1 march 2024 to 5 march 2024", "daterange", "timex=(2024-03-01,2024-03-05,P4D) start=2024-03-01 end=2024-03-05")]
    [InlineData("after 2 April 2024", "after 2 april 2024", "daterange", "timex=2024-04-02 Mod=after sourceEntity=datetimepoint start=2024-04-02")]
    [InlineData("q3 2023 costs", "q3 2023", "daterange", "timex=(2023-07-01,2023-10-01,P3M) start=2023-07-01 end=2023-10-01")]
    [InlineData("between 2pm and 4pm", "between 2pm and 4pm", "timerange", "timex=(T14,T16,PT2H) start=14:00:00 end=16:00:00")]
    [InlineData("tomorrow morning", "tomorrow morning", "datetimerange", "timex=2024-05-16TMO start=2024-05-16 08:00:00 end=2024-05-16 12:00:00")]
    [InlineData("silence it for 45 minutes", "45 minutes", "duration", "timex=PT45M value=2700")]
    [InlineData("an hour and a half", "an hour and a half", "duration", "timex=PT1.5H value=5400")]
    [InlineData("report every two weeks", "every two weeks", "set", "timex=P2W value=not resolved")]
    [InlineData("2 years and 3 days ago", "2 years and 3 days ago", "date", "timex=2022-05-12 value=2022-05-12")]
    [InlineData("the week after next", "the week after next", "daterange", "timex=2024-W22 start=2024-05-27 end=2024-06-03")]
    [InlineData("load in H1 2023", "h1 2023", "daterange", "timex=(2023-01-01,2023-07-01,P6M) start=2023-01-01 end=2023-07-01")]
    [InlineData("within 1 day and 2 hours", "within 1 day and 2 hours", "datetimerange", "timex=(2024-05-15T09:30:00,2024-05-16T11:30:00,P1DT2H) start=2024-05-15 09:30:00 end=2024-05-16 11:30:00")]
    [InlineData("next 2 business days", "next 2 business days", "daterange", "timex=(2024-05-16,2024-05-18,P2BD) list=2024-05-16,2024-05-17 start=2024-05-16 end=2024-05-18")]
    [InlineData("freeze over the weekend of christmas 2025", "the weekend of christmas 2025", "daterange", "timex=2025-W52-WE start=2025-12-25 end=2025-12-29")]
    [InlineData("early tomorrow", "early tomorrow", "datetimerange", "timex=2024-05-16 Mod=start start=2024-05-16 00:00:00 end=2024-05-16 12:00:00")]
    [InlineData("the last 5 minutes and mid-afternoon", "mid-afternoon", "time", "timex=T14 value=14:00:00", 1)]
    [InlineData("on easter monday 2025", "easter monday 2025", "date", "timex=2025-04-21 value=2025-04-21")]
    [InlineData("closed over chinese new year 2024", "chinese new year 2024", "date", "timex=2024-02-10 value=2024-02-10")]
    [InlineData("the freeze of rosh hashanah 2024", "rosh hashanah 2024", "date", "timex=2024-10-03 value=2024-10-03")]
    [InlineData("costs in the last 3 weeks of 2023", "the last 3 weeks of 2023", "daterange", "timex=(2023-12-11,2024-01-01,P3W) start=2023-12-11 end=2024-01-01")]
    [InlineData("errors in the middle of next week", "middle of next week", "daterange", "timex=2024-W21 Mod=mid start=2024-05-21 end=2024-05-25")]
    [InlineData("it broke last night at 9", "last night at 9", "datetime", "timex=2024-05-14T21 value=2024-05-14 21:00:00")]
    [InlineData("an outage from 14:00 to 3", "from 14:00 to 3", "timerange", "timex=(T14:00,T03,PT13H) start=14:00:00 end=03:00:00")]
    public void An_expression_is_found_and_resolved_against_the_reference(string input, string text, string type, string values, int place = 0)
    {
        var all = Recognizer.Recognize(RecognitionKind.DateTime, input, Now);
        Assert.Equal(place + 1, all.Count);
        var found = all[place];

        Assert.Equal(("datetimeV2." + type, text), (found.Type, found.Text));
        Assert.Equal(text, input[found.Start..(found.End + 1)].ToLowerInvariant());
        Assert.Equal([values], Values(found));
    }

    [Fact]
    public void A_day_without_a_year_is_the_last_one_and_the_next_one() =>
        Assert.Equal(
            ["timex=XXXX-06-01 value=2023-06-01", "timex=XXXX-06-01 value=2024-06-01"],
            Values(Assert.Single(Recognizer.Recognize(RecognitionKind.DateTime, "the first of june", Now))));

    [Fact]
    public void An_hour_without_am_or_pm_may_be_either() =>
        Assert.Equal(
            ["timex=T04:15 value=04:15:00", "timex=T16:15 value=16:15:00"],
            Values(Assert.Single(Recognizer.Recognize(RecognitionKind.DateTime, "at 4:15", Now))));

    [Theory]
    [InlineData("you may restart it")]
    [InlineData("a second opinion")]
    [InlineData("scale to 12 replicas")]
    public void Words_that_only_look_like_times_are_left_alone(string input) => Assert.Empty(Recognizer.Recognize(RecognitionKind.DateTime, input, Now));

    private static IEnumerable<string> Values(Recognised found) =>
        ((List<Dictionary<string, string>>)found.Resolution["values"]!)
            .Select(value => string.Join(' ', value.Where(entry => entry.Key != "type").Select(entry => $"{entry.Key}={entry.Value}")));
}
