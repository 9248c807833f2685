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

    [Theory]
    [InlineData("infra-001", "infra one")]
    [InlineData("infra-042 and app-7", "infra forty-two and app seven")]
    [InlineData("PROJ-1234", "PROJ one two three four")]
    [InlineData("app-105", "app one zero five")]
    [InlineData("ticket #42", "ticket number forty-two")]
    [InlineData("account 123456789012", "account one two three four five six seven eight nine zero one two")]
    [InlineData("commit a1b2c3d", "commit a one b two c three d")]
    [InlineData("i-0abc123def456", "i zero a b c one two three")]
    [InlineData("request 550e8400-e29b-41d4-a716-446655440000", "request five five zero e eight four zero zero and so on")]
    [InlineData("code 007", "code zero zero seven")]
    [InlineData("v1.2.3", "version one point two point three")]
    [InlineData("v2", "version two")]
    [InlineData("Kubernetes 1.29.4", "Kubernetes one point twenty-nine point four")]
    [InlineData("PostgreSQL 15.4", "PostgreSQL fifteen point four")]
    [InlineData("10.0.1.17", "ten dot zero dot one dot seventeen")]
    [InlineData("99.95%", "ninety-nine point nine five percent")]
    [InlineData("0.1 %", "zero point one percent")]
    [InlineData("100%", "one hundred percent")]
    [InlineData("+12%", "plus twelve percent")]
    [InlineData("-5%", "minus five percent")]
    [InlineData("<1%", "less than one percent")]
    [InlineData(">= 99.9%", "at least ninety-nine point nine percent")]
    [InlineData("~3 hours", "about three hours")]
    [InlineData("1s", "one second")]
    [InlineData("90s", "ninety seconds")]
    [InlineData("5m", "five minutes")]
    [InlineData("1h30m", "one hour thirty minutes")]
    [InlineData("2d 4h", "two days four hours")]
    [InlineData("2d 4h 11m 30s", "two days four hours")]
    [InlineData("383d 6h", "three hundred eighty-three days")]
    [InlineData("0s", "zero seconds")]
    [InlineData("1.5h", "one point five hours")]
    [InlineData("250ms", "two hundred fifty milliseconds")]
    [InlineData("1 ms", "one millisecond")]
    [InlineData("14:05", "fourteen oh five")]
    [InlineData("09:30 UTC", "nine thirty UTC")]
    [InlineData("18:00", "eighteen hundred")]
    [InlineData("2026-03-01", "March first, twenty twenty-six")]
    [InlineData("2026-11-22T09:15:00Z", "November twenty-second, twenty twenty-six at nine fifteen")]
    [InlineData("512MB", "five hundred twelve megabytes")]
    [InlineData("1 GB", "one gigabyte")]
    [InlineData("1.5 GiB", "one point five gigabytes")]
    [InlineData("10k", "ten thousand")]
    [InlineData("200 req/s", "two hundred requests a second")]
    [InlineData("65/1250 requests", "sixty-five out of twelve hundred fifty requests")]
    [InlineData("24/7", "twenty-four seven")]
    [InlineData("3-5 tasks", "three to five tasks")]
    [InlineData("2x", "two times")]
    [InlineData("HTTP 503", "HTTP five oh three")]
    [InlineData("error 500", "error five hundred")]
    [InlineData("status 404", "status four oh four")]
    [InlineData("5xx", "five hundreds")]
    [InlineData("returned 429", "returned four twenty-nine")]
    [InlineData("$1,200.50", "twelve hundred dollars and fifty cents")]
    [InlineData("$1", "one dollar")]
    [InlineData("the 2nd of 3", "the second of three")]
    [InlineData("p95", "p ninety-five")]
    [InlineData("S3 and EC2", "S three and EC two")]
    [InlineData("t3.medium", "t three medium")]
    [InlineData("us-east-1", "us east one")]
    [InlineData("1,250,000", "one million two hundred fifty thousand")]
    [InlineData("1250", "twelve hundred fifty")]
    [InlineData("2,000", "two thousand")]
    public void Names_and_numbers_are_said_as_people_say_them(string text, string spoken) => Assert.Equal(spoken, SpokenText.Of(text));

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
