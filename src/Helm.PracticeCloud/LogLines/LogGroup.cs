namespace Helm.PracticeCloud.LogLines;

/// <summary>A log group with everything that writes to it.</summary>
internal sealed class LogGroup(string name, long createdMilliseconds, int? retentionDays)
{
    private volatile LogSource[] _sources = [];

    public string Name { get; } = name;

    public long CreatedMilliseconds { get; } = createdMilliseconds;

    public int? RetentionDays { get; } = retentionDays;

    public IReadOnlyList<LogSource> Sources => _sources;

    public void Change(Func<LogSource[], LogSource[]> change) => _sources = change(_sources);

    /// <summary>The lines of one minute (epoch minutes) in the order of their times.</summary>
    public List<LogEvent> Minute(long minute)
    {
        var events = new List<LogEvent>();
        foreach (var source in _sources)
        {
            source.Fill(minute, events);
        }

        events.Sort((a, b) => a.Milliseconds.CompareTo(b.Milliseconds));
        return events;
    }
}
