using System.Text.Json;
using Helm.Cli.Remote;

namespace Helm.Cli.Hosting;

/// <summary>Tells at the demo's terminal how plans end: a terminal has no door that Helm could write to.</summary>
internal static class PlanWatch
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public static async Task RunAsync(HostClient host, CancellationToken cancellation)
    {
        var open = new HashSet<string>(StringComparer.Ordinal);
        try
        {
            while (true)
            {
                await Task.Delay(Pause, cancellation);
                var plans = JsonDocument.Parse(await host.GetTextAsync("api/plans?top=20", cancellation)).RootElement.GetProperty("plans");
                foreach (var plan in plans.EnumerateArray())
                {
                    Look(plan, open);
                }
            }
        }
        catch (Exception over) when (over is OperationCanceledException or CommandFailedException)
        {
            // The demo ends.
        }
    }

    private static void Look(JsonElement plan, HashSet<string> open)
    {
        var (id, status) = (plan.GetProperty("plan_id").GetString()!, plan.GetProperty("status").GetString());
        if (status is "approved" or "running" or "verifying" or "undoing")
        {
            open.Add(id);
        }
        else if (open.Remove(id))
        {
            var about = plan.GetProperty("issue_id").GetString() is { } issue ? $"{id} for {issue}" : id;
            Console.WriteLine($"\n[{about}] {(status == "succeeded" ? "✅" : "🔴")} {status}: {plan.GetProperty("outcome").GetString()}");
        }
    }
}
