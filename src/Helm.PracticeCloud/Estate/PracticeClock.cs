namespace Helm.PracticeCloud.Estate;

/// <summary>The clock of the practice cloud: what time it is, how long things take and how finely they are measured.</summary>
internal sealed class PracticeClock(TimeProvider time, double scale, int resolution)
{
    /// <summary>Seconds in the smallest slot that metrics are published for.</summary>
    public int Resolution => resolution;

    public double Scale => scale;

    public DateTimeOffset Now => time.GetUtcNow();

    public long Seconds => Now.ToUnixTimeSeconds();

    /// <summary>When something that takes <paramref name="duration"/> in a real cloud is done.</summary>
    public DateTimeOffset After(TimeSpan duration) => Now + (duration / scale);

    public TimeSpan Scaled(TimeSpan duration) => duration / scale;

    public long SlotStart(DateTimeOffset moment)
    {
        var seconds = moment.ToUnixTimeSeconds();
        return seconds - (seconds % resolution);
    }
}
