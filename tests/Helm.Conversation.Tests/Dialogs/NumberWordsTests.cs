using Helm.Conversation.Dialogs;

namespace Helm.Conversation.Tests.Dialogs;

public sealed class NumberWordsTests
{
    [Theory]
    [InlineData("0", "zero")]
    [InlineData("13", "thirteen")]
    [InlineData("23", "twenty-three")]
    [InlineData("40", "forty")]
    [InlineData("65", "sixty-five")]
    [InlineData("120", "one hundred twenty")]
    [InlineData("1000", "one thousand")]
    [InlineData("1050", "one thousand fifty")]
    [InlineData("1250", "twelve hundred fifty")]
    [InlineData("1900", "nineteen hundred")]
    [InlineData("2500", "two thousand five hundred")]
    [InlineData("5000", "five thousand")]
    [InlineData("1250000", "one million two hundred fifty thousand")]
    [InlineData("5.2", "five point two")]
    [InlineData("0.1", "zero point one")]
    [InlineData("0.02", "zero point zero two")]
    [InlineData("99.95", "ninety-nine point nine five")]
    [InlineData("-5", "minus five")]
    public void A_number_is_spoken_the_american_way(string number, string words) =>
        Assert.Equal(words, NumberWords.Of(decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Every_number_can_be_heard_back()
    {
        var random = new Random(20251103);
        for (var round = 0; round < 5000; round++)
        {
            var number = Math.Round((decimal)Math.Pow(10, random.NextDouble() * 12), random.Next(4));

            Assert.Equal([number], SpokenNumbers.In(NumberWords.Of(number)));
        }
    }
}
