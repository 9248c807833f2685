using System.Globalization;
using Helm.PracticeCloud.Wire;

namespace Helm.PracticeCloud.CloudWatch;

/// <summary>The window and period of a request, aligned and kept as CloudWatch does.</summary>
internal readonly record struct TimeRange(long Start, long End)
{
    // How long data of each period is kept, from the documentation of PutMetricData.
    private static readonly (int Period, int Days)[] Retention = [(60, 15), (300, 63), (3600, 455)];

    public static TimeRange Read(AwsInput input, string errorCode)
    {
        var start = input.Time("StartTime") ?? throw new AwsErrorException(errorCode, "The parameter StartTime is required.");
        var end = input.Time("EndTime") ?? throw new AwsErrorException(errorCode, "The parameter EndTime is required.");
        return start < end
            ? new(start.ToUnixTimeSeconds(), (end.ToUnixTimeMilliseconds() + 999) / 1000)
            : throw new AwsErrorException(errorCode, "The parameter EndTime must be greater than StartTime.");
    }

    public static int Period(AwsInput input, string errorCode)
    {
        var period = input.Number("Period") ?? throw new AwsErrorException(errorCode, "The parameter Period is required.");
        return period is 1 or 5 or 10 or 30 || (period >= 60 && period <= 86_400 && period % 60 == 0)
            ? period
            : throw new AwsErrorException(errorCode, string.Create(CultureInfo.InvariantCulture, $"The parameter Period must be 1, 5, 10, 30 or a multiple of 60; it is {period}."));
    }

    /// <summary>The start rounded down, to the minute or within it, and moved to what is still kept.</summary>
    public long AlignedStart(int period, long now)
    {
        var unit = Math.Min(period, 60);
        var kept = period < 60 ? now - 10_800 : now - (Retention.LastOrDefault(r => r.Period <= period).Days * 86_400L);
        var start = Start - (Start % unit);
        return start >= kept ? start : start + ((kept - start + period - 1) / period * period);
    }
}
