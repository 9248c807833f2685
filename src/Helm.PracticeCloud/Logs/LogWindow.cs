using Helm.PracticeCloud.LogLines;
using Helm.PracticeCloud.Wire;

namespace Helm.PracticeCloud.Logs;

/// <summary>A stretch of time (epoch milliseconds) within what the group keeps and what has happened.</summary>
internal readonly record struct LogWindow(long From, long To)
{
    /// <summary>Without a start it goes back to the oldest line that is kept.</summary>
    public static LogWindow Of(AwsCall call, LogGroup group, long? from, long? to)
    {
        var now = call.Now.ToUnixTimeMilliseconds();
        var kept = Math.Max(group.CreatedMilliseconds, now - ((group.RetentionDays ?? 400) * 86_400_000L));
        var end = Math.Min((to ?? now) + 1, now + 1);
        return from > to
            ? throw new AwsErrorException("InvalidParameterException", "startTime is not after endTime.")
            : new(Math.Max(from ?? kept, kept), end);
    }

    public bool Holds(LogEvent line) => line.Milliseconds >= From && line.Milliseconds < To;
}
