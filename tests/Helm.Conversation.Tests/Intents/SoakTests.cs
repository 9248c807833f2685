using Helm.Conversation.Intents;
using Helm.Conversation.Recognition;

namespace Helm.Conversation.Tests.Intents;

/// <summary>Whatever comes in, an answer comes out, in bounded time and memory. With HELM_SOAK the full count: ten million.</summary>
/// <remarks>By itself: it weighs the memory of the process, and tables of other tests would count.</remarks>
[Collection(nameof(Alone))]
public sealed class SoakTests
{
    private static readonly bool Soak = Environment.GetEnvironmentVariable("HELM_SOAK") is not null;

    /// <summary>Over all threads; two inputs of three go to the table, one to the recognisers of entities.</summary>
    private static readonly int Inputs = Soak ? 10_000_000 : 120_000;

    private static readonly DateTime Now = new(2026, 5, 15, 9, 30, 0);

    [Fact]
    public void No_input_makes_the_table_the_commands_or_the_recognisers_fail_and_memory_stays_flat()
    {
        const int Parts = 10;
        var kept = new long[Parts];
        for (var part = 0; part < Parts; part++)
        {
            Parallel.For(0, Environment.ProcessorCount, thread => Say(new Fuzz((1000 * part) + thread), Inputs / Parts / Environment.ProcessorCount));
            kept[part] = GC.GetTotalMemory(forceFullCollection: true);
        }

        // The states of the table are made while it runs, up to a bound; after the first fifth it has long been reached or is not needed.
        Assert.True(kept[^1] < kept[1] + 48_000_000, $"from {kept[1]} to {kept[^1]} bytes");
    }

    [Theory]
    [InlineData("table")]
    [InlineData("commands")]
    [InlineData("recognisers")]
    public void Work_grows_no_faster_than_the_line(string part)
    {
        var fuzz = new Fuzz(7);
        for (var round = 0; round < (Soak ? 200 : 12); round++)
        {
            var line = fuzz.Line(100_000);
            Work(part, line[..1000]);
            var (small, large) = (Work(part, line[..10_000]), Work(part, line));

            Assert.True(large < (small * 25) + 1_000_000, $"{small} bytes of work for 10 kB, {large} for 100 kB of '{line[..12]}'");
        }
    }

    [Theory]
    [InlineData("ﬁx infra-001", "fix infra-001")]
    [InlineData("turn oﬀ the staging database", "turn off the staging database")]
    [InlineData("rollback the ﬂow service", "rollback the flow service")]
    public void Ligatures_are_the_letters_that_they_stand_for(string text, string plain)
    {
        var (match, meant) = (Table.Hear(text), Table.Hear(plain));

        Assert.Equal((meant.Intent, Table.Say(meant.Entities)), (match.Intent, Table.Say(match.Entities)));
    }

    private static void Say(Fuzz fuzz, int inputs)
    {
        for (var count = 0; count < inputs; count++)
        {
            var text = fuzz.Next();
            switch (count % 3)
            {
                case 0:
                    var match = Table.Hear(text, fuzz.Context());
                    Assert.InRange(match.Score, 0, 1);
                    SlashCommand.Format(Table.English, new Command(match.Intent, match.Entities));
                    break;
                case 1:
                    var told = Table.English.Explain("/" + text, Table.Live, fuzz.Context());
                    Assert.InRange(told.Match.Score, 0, 1);
                    break;
                default:
                    Recognise(text, (RecognitionKind)(count / 3 % 5));
                    break;
            }
        }
    }

    private static void Recognise(string text, RecognitionKind kind)
    {
        foreach (var found in Recognizer.Recognize(kind, text, Now))
        {
            Assert.InRange(found.Start, 0, found.End);
            Assert.InRange(found.End, found.Start, text.Length - 1);
        }
    }

    /// <summary>Memory asked for is a count of work that does not depend on how busy the machine is.</summary>
    private static long Work(string part, string line)
    {
        var start = GC.GetAllocatedBytesForCurrentThread();
        switch (part)
        {
            case "table":
                Table.English.Explain(line, Table.Company, TurnContext.Empty);
                break;
            case "commands":
                Table.English.Explain("/helm:remediate " + line, Table.Company, TurnContext.Empty);
                break;
            default:
                foreach (var kind in Enum.GetValues<RecognitionKind>())
                {
                    Recognise(line, kind);
                }

                break;
        }

        return GC.GetAllocatedBytesForCurrentThread() - start;
    }
}
