namespace Helm.Operations.Tests.Remediation;

/// <summary>A clock that stands still until it is told.</summary>
internal sealed class TestClock : TimeProvider
{
    private DateTimeOffset _now = new(2025, 11, 3, 10, 45, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan time) => _now += time;
}
