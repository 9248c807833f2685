using Helm.PracticeCloud.Estate;

namespace Helm.PracticeCloud.Wire;

/// <summary>DescribeEvents, which RDS and ElastiCache have in the same form: the last hour unless asked otherwise.</summary>
internal static class EventList
{
    private const int LongestMinutes = 20_160;

    public static void Describe(AwsCall call, AnswerWriter answer, string service)
    {
        var size = Paging.Size(call.Input, "MaxRecords", 100, 20, 100, "InvalidParameterValue");
        var (from, end) = Window(call);
        var (source, type) = (call.Input.Text("SourceIdentifier"), call.Input.Text("SourceType"));
        var matching = call.Estate.Events
            .Where(e => e.Service == service && e.Time >= from && e.Time <= end && (source is null || e.Source == source) && (type is null || e.SourceType == type))
            .OrderBy(e => e.Time);
        var (page, next) = Paging.Page(matching, call.Input.Text("Marker"), size, "InvalidParameterValue");
        answer.List("Events", "Event", page, e => Write(call, answer, e));
        answer.Text("Marker", next);
    }

    private static (DateTimeOffset From, DateTimeOffset End) Window(AwsCall call)
    {
        var end = call.Input.Time("EndTime") ?? call.Now;
        var start = call.Input.Time("StartTime") ?? end.AddMinutes(-Math.Clamp(call.Input.Number("Duration") ?? 60, 0, LongestMinutes));
        if (start > end)
        {
            throw new AwsErrorException("InvalidParameterCombination", "The start time must be before the end time.");
        }

        // Events are kept for 14 days.
        var kept = call.Now.AddDays(-14);
        return (start < kept ? kept : start, end);
    }

    private static void Write(AwsCall call, AnswerWriter answer, ServiceEvent entry)
    {
        answer.Text("SourceIdentifier", entry.Source);
        answer.Text("SourceType", entry.SourceType);
        answer.Text("Message", entry.Message);
        answer.Time("Date", entry.Time);
        if (entry.Service == "rds")
        {
            answer.Texts("EventCategories", "EventCategory", entry.Categories);
            answer.Text("SourceArn", call.Estate.Arn("rds", $"db:{entry.Source}"));
        }
    }
}
