namespace Helm.PracticeCloud.Tests.Driver;

/// <summary>A clock that stands still until it is moved.</summary>
internal sealed class SettableTime(DateTimeOffset now) : TimeProvider
{
    private long _ticks = now.UtcTicks;

    /// <summary>A quarter past a minute, so that nothing is aligned by luck.</summary>
    public static SettableTime AtNoon() => new(new DateTimeOffset(2026, 3, 4, 12, 0, 15, TimeSpan.Zero));

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    public void Pass(TimeSpan span) => Interlocked.Add(ref _ticks, span.Ticks);
}
