using Helm.Operations.Settings;

namespace Helm.Operations.Tests;

public sealed class DurationTests
{
    [Theory]
    [InlineData("30s", 30)]
    [InlineData("5m", 300)]
    [InlineData("1h", 3600)]
    [InlineData("1h30m", 5400)]
    [InlineData("30d", 2592000)]
    [InlineData("500ms", 0.5)]
    [InlineData("00:05:00", 300)]
    [InlineData(" 5M ", 300)]
    public void The_documents_ways_of_writing_durations_are_understood(string text, double seconds)
    {
        Assert.True(Duration.TryParse(text, out var duration));
        Assert.Equal(TimeSpan.FromSeconds(seconds), duration.Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("5")]
    [InlineData("m5")]
    [InlineData("5 m")]
    [InlineData("5x")]
    [InlineData("-5m")]
    [InlineData("-00:05:00")]
    [InlineData("5m!")]
    [InlineData("99999999999999999999s")]
    public void Anything_else_is_no_duration(string? text) => Assert.False(Duration.TryParse(text, out _));

    [Theory]
    [InlineData("90s")]
    [InlineData("5m")]
    [InlineData("1h")]
    [InlineData("30d")]
    [InlineData("250ms")]
    public void It_is_written_as_it_was_read(string text)
    {
        Assert.True(Duration.TryParse(text, out var duration));
        Assert.Equal(text, duration.ToString());
    }
}
