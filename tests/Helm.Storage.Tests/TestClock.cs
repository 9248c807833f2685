namespace Helm.Storage.Tests;

/// <summary>A clock that stands still until it is told; its timers are real.</summary>
internal sealed class TestClock : TimeProvider
{
    public static readonly DateTimeOffset Begin = new(2025, 11, 3, 10, 22, 0, TimeSpan.Zero);

    private long _ticks = Begin.UtcTicks;

    public DateTimeOffset Now => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;

    public void Advance(TimeSpan time) => Interlocked.Add(ref _ticks, time.Ticks);

    public void Advance(double minutes) => Advance(TimeSpan.FromMinutes(minutes));
}
