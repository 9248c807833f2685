using Helm.Speech.Synthesis;

namespace Helm.Speech.Tests.Synthesis;

public sealed class SpeakableTextTests
{
    [Theory]
    [InlineData("Five point two percent.", "Five point two percent.")]
    [InlineData("**Bold** and `code`", "Bold and code")]
    [InlineData("<speak>hi</speak>", "speak hi /speak")]
    [InlineData("[[f'u:]] bar", "f'u: bar")]
    [InlineData("one\u001b[31mred\u0007\n\ttwo\u0000three", "one 31mred two three")]
    [InlineData("fine \U0001F680 launch", "fine launch")]
    [InlineData("soft\u00adhyphen \u202eright", "soft hyphen right")]
    [InlineData("café at 5%", "café at 5%")]
    [InlineData("", "")]
    public void Markup_and_control_characters_are_not_spoken(string text, string spoken) =>
        Assert.Equal(spoken, SpeakableText.From(text, 1_000));

    [Fact]
    public void What_is_too_long_is_cut_at_the_end_of_a_word()
    {
        var spoken = SpeakableText.From(string.Join(' ', Enumerable.Repeat("production", 500)), 100);

        Assert.InRange(spoken.Length, 90, 100);
        Assert.EndsWith("production", spoken, StringComparison.Ordinal);
    }

    [Fact]
    public void One_endless_word_is_cut_too() => Assert.Equal(100, SpeakableText.From(new string('a', 1_000), 100).Length);
}
