using Helm.Conversation.Dialogs;

namespace Helm.Conversation.Tests.Dialogs;

public sealed class FrameTests
{
    [Theory]
    [InlineData("short")]
    [InlineData("a line that is far longer than the box is wide, and goes on, and on, and on, and on")]
    [InlineData("🔴 CRITICAL ⚠️  two wide signs")]
    [InlineData("🔴🔴🔴🔴🔴🔴🔴🔴🔴🔴🔴🔴🔴🔴🔴🔴🔴🔴🔴🔴🔴🔴🔴🔴🔴🔴🔴🔴🔴🔴🔴🔴🔴🔴")]
    [InlineData("日本語の名前がここにあります、とても長い名前です、箱より長いかもしれません、本当に")]
    public void A_box_is_never_broken(string line)
    {
        var box = Frame.Box($"TITLE\n{line}").TrimEnd('\n').Split('\n');

        Assert.All(box, row => Assert.Equal(59, Columns.Width(row)));
        Assert.All(box[1..^1], row => Assert.True(row[0] is '│' or '├'));
    }

    [Fact]
    public void What_is_cut_ends_in_an_ellipsis() =>
        Assert.Equal("12345678…", Columns.Fit("1234567890", 9));
}
