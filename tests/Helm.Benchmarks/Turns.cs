using System.Net.Http.Json;
using Helm.PracticeCloud;

namespace Helm.Benchmarks;

/// <summary>One durable text turn over HTTP beside a bare echo endpoint of the same server, 200 a second.</summary>
internal static class Turns
{
    private const int PerSecond = 200;

    private static readonly TimeSpan Round = TimeSpan.FromSeconds(10);

    public static async Task RunAsync()
    {
        await using var cloud = await PracticeCloudServer.StartAsync(new PracticeCloudOptions { Port = 0, Scenarios = ["db-connections"] });
        await using var site = await Site.StartAsync(cloud.Endpoint, cloud.Accounts, watching: true);
        await Task.Delay(TimeSpan.FromSeconds(5));
        using var http = new HttpClient { BaseAddress = site.Address };
        await OpenLoop.RunAsync(PerSecond, TimeSpan.FromSeconds(3), number => AskAsync(http, number));
        for (var round = 1; round <= 3; round++)
        {
            var echo = await OpenLoop.RunAsync(PerSecond, Round, number => EchoAsync(http, number));
            var turn = await OpenLoop.RunAsync(PerSecond, Round, number => AskAsync(http, number));
            Console.WriteLine($"turns, round {round}: echo {echo}");
            Console.WriteLine($"turns, round {round}: turn {turn}");
            Console.WriteLine(FormattableString.Invariant(
                $"turns, round {round}: turn - echo: p50 {turn.Percentile(50) - echo.Percentile(50):+0.00;-0.00} ms (goal +2), p99 {turn.Percentile(99) - echo.Percentile(99):+0.00;-0.00} ms (goal +10)"));
        }
    }

    private static readonly string[] Questions = ["status of production", "what issues do we have", "show me the dashboard", "and staging?"];

    private static async Task AskAsync(HttpClient http, int number)
    {
        using var response = await http.PostAsJsonAsync(
            "api/ask", new { text = Questions[number % Questions.Length], conversation = $"bench-{number % 50}", channel = "chat" });
        response.EnsureSuccessStatusCode();
        await response.Content.ReadAsByteArrayAsync();
    }

    private static async Task EchoAsync(HttpClient http, int number)
    {
        using var response = await http.PostAsJsonAsync(
            "bench/echo", new { text = Questions[number % Questions.Length], conversation = $"bench-{number % 50}", channel = "chat" });
        response.EnsureSuccessStatusCode();
        await response.Content.ReadAsByteArrayAsync();
    }
}
