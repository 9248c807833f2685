using Helm.Conversation.Recognition;

namespace Helm.Conversation.Tests.Recognition;

public sealed class NumberTests
{
    [Theory]
    [InlineData("scale to 12 replicas", "12", "integer", "12")]
    [InlineData("we saw 4,200,100 requests", "4,200,100", "integer", "4200100")]
    [InlineData("load was .75 at noon", ".75", "decimal", "0.75")]
    [InlineData("it fell by -3.5 points", "-3.5", "decimal", "-3.5")]
    [InlineData("give it seventy-three threads", "seventy-three", "integer", "73")]
    [InlineData("two million three hundred thousand and nine rows", "two million three hundred thousand and nine", "integer", "2300009")]
    [InlineData("roughly two dozen pods", "two dozen", "integer", "24")]
    [InlineData("seven and a half cores", "seven and a half", "fraction", "7.5")]
    [InlineData("five sixteenths of it", "five sixteenths", "fraction", "0.3125")]
    [InlineData("about 7/8 done", "7/8", "fraction", "0.875")]
    [InlineData("zero point two five", "zero point two five", "decimal", "0.25")]
    [InlineData("2^10 buckets", "2^10", "power", "1024")]
    [InlineData("12,34,567 rows", "12,34,567", "integer", "1234567")]
    [InlineData("around 3 mln users", "3 mln", "integer", "3000000")]
    [InlineData("1.234,5 of them", "1.234,5", "decimal", "1234.5")]
    [InlineData("quarter of a million hits", "quarter of a million", "fraction", "250000")]
    [InlineData("ratio 3 over 4", "3 over 4", "fraction", "0.75")]
    public void A_number_is_found_with_its_form_and_value(string input, string text, string form, string value)
    {
        var found = Assert.Single(Recognizer.Recognize(RecognitionKind.Number, input, default));

        Assert.Equal(text, found.Text);
        Assert.Equal(text, input[found.Start..(found.End + 1)]);
        Assert.Equal(form, found.Resolution["subtype"]);
        Assert.Equal(value, found.Resolution["value"]);
    }

    [Theory]
    [InlineData("restart that one")]
    [InlineData("a 40km cable")]
    [InlineData("nothing to count")]
    public void Words_that_count_nothing_are_left_alone(string input) => Assert.Empty(Recognizer.Recognize(RecognitionKind.Number, input, default));

    [Theory]
    [InlineData("show the 42nd entry", "42nd", "42")]
    [InlineData("the thirty-first attempt", "thirty-first", "31")]
    [InlineData("show the previous page", "previous", "current-1")]
    [InlineData("take the second to last", "the second to last", "end-1")]
    public void A_place_is_found_from_the_start_from_here_or_from_the_end(string input, string text, string value)
    {
        var found = Assert.Single(Recognizer.Recognize(RecognitionKind.Ordinal, input, default));

        Assert.Equal((text, value), (found.Text, found.Resolution["value"]));
    }

    [Theory]
    [InlineData("cpu at 93.5 %", "93.5 %", "93.5%")]
    [InlineData("forty two per cent are gone", "forty two per cent", "42%")]
    public void A_percentage_is_found_with_its_sign(string input, string text, string value)
    {
        var found = Assert.Single(Recognizer.Recognize(RecognitionKind.Percentage, input, default));

        Assert.Equal((text, value), (found.Text, found.Resolution["value"]));
    }

    [Theory]
    [InlineData("yes please", true, 0.7)]
    [InlineData("nope", false, 1)]
    [InlineData("that is not ok", false, 0.7)]
    public void A_yes_or_no_tells_how_much_of_the_answer_it_is(string input, bool value, double score)
    {
        var found = Assert.Single(Recognizer.Recognize(RecognitionKind.Boolean, input, default));

        Assert.Equal(value, found.Resolution["value"]);
        Assert.Equal(score, (double)found.Resolution["score"]!, 9);
    }
}
