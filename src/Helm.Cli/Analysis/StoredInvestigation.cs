using System.Text.Json;
using Helm.Cli.Remote;
using Helm.Operations.Investigation.Evidence;
using Helm.Operations.Investigation.Reports;

namespace Helm.Cli.Analysis;

/// <summary>Makes the report of stored evidence again and says when it differs from the one that was kept.</summary>
internal static class StoredInvestigation
{
    public static async Task<int> ReplayAsync(string stored, Uri url, CancellationToken cancellation)
    {
        try
        {
            var (bundle, kept) = File.Exists(stored)
                ? (await File.ReadAllTextAsync(stored, cancellation), null)
                : await FetchAsync(stored, url, cancellation);
            var report = BundleJson.Write(Analyst.Load().Report(BundleJson.ReadBundle(bundle)));
            Console.WriteLine(report);
            if (kept is null || kept == report)
            {
                return 0;
            }

            await Console.Error.WriteLineAsync("This is not the report that was kept: the rules have changed since.");
            return 2;
        }
        catch (Exception wrong) when (wrong is InvalidDataException or IOException or UnauthorizedAccessException or JsonException)
        {
            throw new CommandFailedException(wrong.Message);
        }
    }

    private static async Task<(string Bundle, string? Report)> FetchAsync(string id, Uri url, CancellationToken cancellation)
    {
        using var host = new HostClient(url);
        using var kept = JsonDocument.Parse(await host.GetTextAsync($"api/investigations/{Uri.EscapeDataString(id)}", cancellation));
        return (kept.RootElement.GetProperty("bundle").GetString()!, kept.RootElement.GetProperty("report").GetString());
    }
}
