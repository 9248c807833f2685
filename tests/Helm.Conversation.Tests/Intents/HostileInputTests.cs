using System.Text;
using Helm.Conversation.Intents;

namespace Helm.Conversation.Tests.Intents;

/// <summary>Whatever comes in, an answer comes out.</summary>
public sealed class HostileInputTests
{
    private static readonly string[] Pieces =
    [
        "status", "of", "production", "restart", "the", "api-lambda", "((((", "]]]]", "{environment}", "<tail>", "\0", "\u202e",
        "\ud800", "/helm:status", "--env=", "\"", "'", "🔥", "a\u0301\u0301\u0301", "ＰＲＯＤ", "one hundred", "for", "two", "and a half",
        "hours", "infra", "999999999999999999999", "-", "=", "\t\r\n", "和", "1h30m", "last", "not", "no",
    ];

    [Fact]
    public void Twenty_thousand_strange_inputs_are_all_answered()
    {
        var random = new Random(20261121);

        for (var round = 0; round < 20_000; round++)
        {
            var text = Strange(random);
            var match = Table.Hear(text, Context(random));

            Assert.InRange(match.Score, 0, 1);
            Assert.NotNull(Table.English.Find(match.Intent)?.Name ?? (match.Intent == IntentNames.OutOfScope ? "" : null));
        }
    }

    [Theory]
    [InlineData("a")]
    [InlineData("status of production ")]
    [InlineData("(((((")]
    [InlineData("/helm:status --env=prod ")]
    [InlineData("one hundred and ")]
    [InlineData("s q s ")]
    [InlineData("\ud83d")]
    public void Lines_of_100_kilobytes_are_no_commands(string piece)
    {
        var line = new StringBuilder().Insert(0, piece, 100_000 / piece.Length).ToString();

        Assert.Equal(IntentNames.OutOfScope, Table.Hear(line).Intent);
    }

    [Fact]
    public void Work_is_bounded_by_the_longest_command_however_long_the_line()
    {
        var before = Allocated(10_000);
        var after = Allocated(1_000_000);

        Assert.True(after < before * 3, $"{before} bytes for 10 kB, {after} for 1 MB");
    }

    private static long Allocated(int length)
    {
        var line = string.Concat(Enumerable.Repeat("is the status of production healthy ", length / 36));
        Table.Hear(line);
        var start = GC.GetAllocatedBytesForCurrentThread();
        Table.Hear(line);

        return GC.GetAllocatedBytesForCurrentThread() - start;
    }

    private static string Strange(Random random)
    {
        var text = new StringBuilder();
        for (var count = random.Next(12); count >= 0; count--)
        {
            text.Append(random.Next(4) == 0 ? ((char)random.Next(0x10000)).ToString() : Pieces[random.Next(Pieces.Length)]);
            text.Append(random.Next(3) == 0 ? "" : " ");
        }

        return text.ToString();
    }

    private static TurnContext Context(Random random) =>
        random.Next(3) switch
        {
            0 => TurnContext.Empty,
            1 => new TurnContext { Pending = "offer", Options = ["remediate", "escalate"], LastIntent = "investigate" },
            _ => new TurnContext { LastIntent = "issues_list", Issues = ["infra-001"], FocusIssue = "infra-001" },
        };
}
