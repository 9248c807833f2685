using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Helm.Operations.Alerts;

namespace Helm.Benchmarks.Operate;

/// <summary>
/// Alerts in batches of 64: Helm's webhook, which answers after the commit, in a process that is then killed; beside the real
/// Alertmanager, which answers from memory. The same alerts, connections and machine.
/// </summary>
internal static class AlertIntake
{
    public const string ChildName = "alert-intake-child";

    private const int Batch = 64;
    private const int Fingerprints = 12_800;
    private const int Rounds = 4;
    private const int Connections = 4;
    private const string Secret = "bench";
    private const string Alertmanager = "/usr/bin/prometheus-alertmanager";

    /// <summary>A host that takes alerts in until it is killed.</summary>
    public static async Task ServeAsync(string folder)
    {
        Environment.SetEnvironmentVariable("HELM_BENCH_SECRET", Secret);
        var host = Host.HelmHost.Build(
            ["--environment", "Development", "--contentRoot", folder],
            builder =>
            {
                builder.Configuration.AddInMemoryCollection(SiteSettings.For(new Uri("http://127.0.0.1:1/"), [SiteSettings.Production], folder, watching: false));
                builder.Configuration.AddInMemoryCollection([new("Helm:Connectors:Alertmanager:Secret", "env:HELM_BENCH_SECRET")]);
            });
        await host.StartAsync();
        Console.WriteLine("listening " + host.Urls.First());
        await Task.Delay(Timeout.Infinite);
    }

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("helm-bench-alerts-");
        double helm;
        using (var child = Child.Start(Environment.ProcessPath!, [.. Self(), ChildName, folder.FullName]))
        {
            var address = (await child.LineAsync("listening")).Split(' ')[1];
            helm = await MeasureAsync(new Uri(address + "/api/alertmanager"), HelmBody, Secret);
        }

        var found = await CountAsync(folder.FullName);
        folder.Delete(recursive: true);
        var peer = File.Exists(Alertmanager) ? await AlertmanagerAsync() : double.NaN;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"alert intake, batches of {Batch}, {Fingerprints} fingerprints: Helm {helm:0} alerts/s committed before the answer, Alertmanager {peer:0} alerts/s from memory (ratio {helm / peer:0.00}; floor 5000/s); after kill -9 {found} of {Fingerprints} found"));
    }

    private static string[] Self() => Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet" ? [typeof(AlertIntake).Assembly.Location] : [];

    private static async Task<double> AlertmanagerAsync()
    {
        var folder = Directory.CreateTempSubdirectory("helm-bench-am-");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "am.yml"), "route:\n  receiver: none\nreceivers:\n  - name: none\n");
        var port = FreePort();
        var start = new ProcessStartInfo(Alertmanager,
        [
            $"--config.file={folder.FullName}/am.yml", $"--storage.path={folder.FullName}", string.Create(CultureInfo.InvariantCulture, $"--web.listen-address=127.0.0.1:{port}"), "--cluster.listen-address=", "--log.level=error",
        ])
        { RedirectStandardError = true };
        using var process = Process.Start(start)!;
        try
        {
            var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
            using var http = new HttpClient();
            for (var look = 0; look < 100; look++)
            {
                try
                {
                    await http.GetAsync(new Uri(address + "/-/ready"));
                    break;
                }
                catch (HttpRequestException)
                {
                    await Task.Delay(100);
                }
            }

            return await MeasureAsync(new Uri(address + "/api/v2/alerts"), PeerBody, null);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Alerts a second over all rounds; the first round is a warm-up, each further one brings every alert anew.</summary>
    private static async Task<double> MeasureAsync(Uri address, Func<int, int, byte[]> body, string? secret)
    {
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Connections });
        http.DefaultRequestHeaders.Authorization = secret is null ? null : new AuthenticationHeaderValue("Bearer", secret);
        await RoundAsync(0);
        var bodies = Enumerable.Range(1, Rounds).Select(round => Enumerable.Range(0, Fingerprints / Batch).Select(batch => body(round, batch)).ToList()).ToList();
        var clock = Stopwatch.StartNew();
        foreach (var round in bodies)
        {
            await Parallel.ForEachAsync(round, new ParallelOptions { MaxDegreeOfParallelism = Connections }, (one, _) => PostAsync(one));
        }

        return Rounds * Fingerprints / clock.Elapsed.TotalSeconds;

        Task RoundAsync(int round) => Parallel.ForEachAsync(
            Enumerable.Range(0, Fingerprints / Batch), new ParallelOptions { MaxDegreeOfParallelism = Connections }, (batch, _) => PostAsync(body(round, batch)));

        async ValueTask PostAsync(byte[] one)
        {
            using var content = new ByteArrayContent(one);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using var response = await http.PostAsync(address, content);
            if (response.StatusCode != HttpStatusCode.OK)
            {
                throw new InvalidOperationException($"{address} answered {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
            }
        }
    }

    private static byte[] HelmBody(int round, int batch) => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new
    {
        version = "4",
        receiver = "helm",
        status = "firing",
        alerts = Numbers(batch).Select(number => new
        {
            status = "firing",
            labels = Labels(number),
            annotations = new { summary = "Requests are slow" },
            startsAt = StartsAt(round),
            endsAt = "0001-01-01T00:00:00Z",
            fingerprint = string.Create(CultureInfo.InvariantCulture, $"{number:x16}"),
        }),
    }));

    private static byte[] PeerBody(int round, int batch) => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(Numbers(batch).Select(number => new
    {
        labels = Labels(number),
        annotations = new { summary = "Requests are slow" },
        startsAt = StartsAt(round),
    })));

    private static IEnumerable<int> Numbers(int batch) => Enumerable.Range(batch * Batch, Batch);

    private static Dictionary<string, string> Labels(int number) => new()
    {
        ["alertname"] = "HighLatency",
        ["severity"] = "warning",
        ["service"] = string.Create(CultureInfo.InvariantCulture, $"service-{number}"),
        ["env"] = "prod",
    };

    private static string StartsAt(int round) =>
        TimeProvider.System.GetUtcNow().AddMinutes(-60 + round).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static async Task<int> CountAsync(string folder)
    {
        var host = Host.HelmHost.Build(
            ["--environment", "Development", "--contentRoot", folder],
            builder => builder.Configuration.AddInMemoryCollection(SiteSettings.For(new Uri("http://127.0.0.1:1/"), [SiteSettings.Production], folder, watching: false)));
        await using (host)
        {
            return await host.Services.GetRequiredService<IOutsideAlerts>().CountAsync(CancellationToken.None);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
