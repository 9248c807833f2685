using System.Text.Json;
using Helm.Cli.Remote;

namespace Helm.Cli.Hosting;

/// <summary>Tells at the demo's terminal what Helm has to say by itself: what was promised, and audits that took long.</summary>
internal static class NewsWatch
{
    /// <summary>Told by <see cref="PlanWatch"/>.</summary>
    private const string Plans = "remediate.";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Both at once.</summary>
    public static Task WithPlansAsync(HostClient host, CancellationToken cancellation) =>
        Task.WhenAll(PlanWatch.RunAsync(host, cancellation), RunAsync(host, "demo", cancellation));

    private static async Task RunAsync(HostClient host, string conversation, CancellationToken cancellation)
    {
        string? last = null;
        try
        {
            while (true)
            {
                await Task.Delay(Pause, cancellation);
                var news = await host.GetTextAsync("api/news" + RemoteOptions.Query(("conversation", conversation), ("after", last)), cancellation);
                foreach (var one in JsonDocument.Parse(news).RootElement.GetProperty("news").EnumerateArray())
                {
                    last = one.Text("key");
                    if (!one.Text("kind").StartsWith(Plans, StringComparison.Ordinal))
                    {
                        Console.WriteLine($"\n{one.Text("text").TrimEnd()}");
                    }
                }
            }
        }
        catch (Exception over) when (over is OperationCanceledException or CommandFailedException)
        {
            // The demo ends.
        }
    }
}
