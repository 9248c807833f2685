using System.Globalization;
using Helm.PracticeCloud;

namespace Helm.Benchmarks.Channels;

/// <summary>
/// A thousand conversations at once, half of them with the Bot Framework and half in Slack, beside a bare echo endpoint of the
/// same server: how soon each message is acknowledged (after it is in the inbox), and whether each is answered, once.
/// </summary>
internal static class ChannelsBenchmark
{
    /// <summary>Each conversation says something every five seconds.</summary>
    private const int PerSecond = Talkers.Conversations / 5;

    private const int Rounds = 4;

    private static readonly TimeSpan Round = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(100);

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("helm-bench-channels-");
        try
        {
            await using var cloud = await PracticeCloudServer.StartAsync(new PracticeCloudOptions { Port = 0, Scenarios = ["db-connections"] });
            await using var side = await ChannelSide.StartAsync();
            using var child = ChannelHost.Start(folder.FullName, cloud.Endpoint, side.Url);
            child.KeepTo(cores: 2);
            using var talkers = new Talkers(new Uri((await child.LineAsync("listening")).Split(' ')[1]), side);
            await MeasureAsync(talkers, side);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task MeasureAsync(Talkers talkers, ChannelSide side)
    {
        await talkers.WaitUntilReadyAsync();
        await OpenLoop.RunAsync(PerSecond / 4, TimeSpan.FromSeconds(5), talkers.SayAsync);
        await RoundAsync(talkers, side, "warm-up");
        var memory = new List<OwnMemory>();
        for (var round = 1; round <= Rounds; round++)
        {
            var echo = await OpenLoop.RunAsync(PerSecond, TimeSpan.FromSeconds(10), talkers.EchoAsync);
            Console.WriteLine($"channels, round {round}: echo            {echo}");
            await RoundAsync(talkers, side, $"round {round}");
            memory.Add(await talkers.MemoryAsync());
            Print($"channels, round {round}: memory {memory[^1].Living:0} MB living, {memory[^1].Held:0} MB held");
        }

        Print($"channels: memory from round 1 to round {Rounds}: {memory[^1].Living - memory[0].Living:+0.0;-0.0} MB living, {memory[^1].Held - memory[0].Held:+0.0;-0.0} MB held (goal: flat)");
        side.Answers.Forget();
        var burst = await OpenLoop.RunAsync(1_000_000, TimeSpan.FromSeconds(Talkers.Conversations / 1e6), talkers.EchoAsync);
        Console.WriteLine($"channels, all {Talkers.Conversations} in the same moment: echo            {burst}");
        burst = await OpenLoop.RunAsync(1_000_000, TimeSpan.FromSeconds(Talkers.Conversations / 1e6), talkers.SayAsync);
        Console.WriteLine($"channels, all {Talkers.Conversations} in the same moment: acknowledgement {burst}");
        await JudgeAsync(side, $"all {Talkers.Conversations} in the same moment");
    }

    private static async Task RoundAsync(Talkers talkers, ChannelSide side, string name)
    {
        side.Answers.Forget();
        var acknowledged = await OpenLoop.RunAsync(PerSecond, Round, talkers.SayAsync);
        Console.WriteLine($"channels, {name}: acknowledgement {acknowledged} (goal p99 <= 250 ms)");
        await JudgeAsync(side, name);
    }

    private static async Task JudgeAsync(ChannelSide side, string name)
    {
        await side.Answers.WaitAsync(LongestAnswer);
        var (answers, lost, doubled) = side.Answers.Judge();
        Console.WriteLine($"channels, {name}: answer          {answers}; lost {lost}, doubled {doubled} (goal 0)");
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
