using System.Text;
using Helm.Conversation.Recognition;

namespace Helm.Conversation.Tests.Recognition;

public sealed class HostileTextTests
{
    private static readonly DateTime Now = new(2024, 5, 15, 9, 30, 0);

    private static readonly string[] Pieces =
    [
        "one ", "hundred ", "and ", "a ", "half ", "-", "1", "2024", "/", ":", ".", "next ", "week ", "of ", "may ", "to ", "from ", "between ", "monday ",
        "99999999999999999999", "30", "february ", "every ", "for ", "years ", "ago ", "before ", "the ", "end ", "\ud83d", "\u202e", "👌🏽", "\0", "[[", "½", "%", "^", "e", "in ", "o'clock ",
    ];

    [Fact]
    public void No_text_and_no_reference_makes_a_recogniser_fail()
    {
        var random = new Random(20240515);
        for (var round = 0; round < 4000; round++)
        {
            var text = new StringBuilder();
            for (var length = random.Next(1, 25); length > 0; length--)
            {
                text.Append(random.Next(8) == 0 ? ((char)random.Next(0x10000)).ToString() : Pieces[random.Next(Pieces.Length)]);
            }

            var input = text.ToString();
            var reference = (round % 3) switch { 0 => Now, 1 => DateTime.MinValue, _ => DateTime.MaxValue };
            foreach (var kind in Enum.GetValues<RecognitionKind>())
            {
                foreach (var found in Recognizer.Recognize(kind, input, reference))
                {
                    Assert.InRange(found.Start, 0, found.End);
                    Assert.InRange(found.End, found.Start, input.Length - 1);
                    Assert.Equal(input[found.Start..(found.End + 1)].ToLowerInvariant(), found.Text.ToLowerInvariant());
                }
            }
        }
    }

    [Theory]
    [InlineData("one ")]
    [InlineData("hundred and ")]
    [InlineData("from monday to ")]
    [InlineData("1,000,")]
    [InlineData("((((")]
    [InlineData("2 weeks before ")]
    public void A_line_of_a_hundred_thousand_letters_is_read(string piece)
    {
        var line = string.Concat(Enumerable.Repeat(piece, 100_000 / piece.Length));

        foreach (var kind in Enum.GetValues<RecognitionKind>())
        {
            Assert.All(Recognizer.Recognize(kind, line, Now), found => Assert.InRange(found.Text.Length, 1, 2000));
        }
    }
}
