using Helm.Conversation.Dialogs;

namespace Helm.Conversation.Tests.Dialogs;

public sealed class SpokenTextTests
{
    [Theory]
    [InlineData("High error rate (5.2%)", "High error rate five point two percent")]
    [InlineData("P95: 5000ms", "P ninety-five: five thousand milliseconds")]
    [InlineData("RDS connections at 100/100 max", "RDS connections at one hundred out of one hundred max")]
    [InlineData("infra-001 is open", "infra one is open")]
    [InlineData("<speak>rm -rf / & `boom`</speak>", "speak rm rf and boom speak")]
    [InlineData("twenty-three minutes", "twenty-three minutes")]
    [InlineData("", "")]
    public void Text_from_outside_is_read_aloud_without_digits_and_symbols(string text, string spoken) =>
        Assert.Equal(spoken, SpokenText.Of(text));

    [Fact]
    public void Whatever_comes_in_no_digit_and_no_symbol_comes_out()
    {
        var random = new Random(20251103);
        for (var round = 0; round < 2000; round++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(60)).Select(_ => (char)random.Next(32, 127))]);

            Assert.DoesNotContain(SpokenText.Of(text), letter => char.IsDigit(letter) || char.IsSymbol(letter) || char.IsControl(letter) || letter is '<' or '&' or '/' or '*' or '_');
        }
    }
}
