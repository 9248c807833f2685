using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Helm.Benchmarks.Operate;

/// <summary>The real Alertmanager, alone on a free port.</summary>
internal sealed class AlertmanagerPeer : IDisposable
{
    private const string Program = "/usr/bin/prometheus-alertmanager";

    private readonly Process _process;
    private readonly DirectoryInfo _folder;

    private AlertmanagerPeer(Process process, DirectoryInfo folder, Uri alerts) => (_process, _folder, Alerts) = (process, folder, alerts);

    public Uri Alerts { get; }

    /// <summary>Null where it is not installed.</summary>
    public static async Task<AlertmanagerPeer?> StartAsync()
    {
        if (!File.Exists(Program))
        {
            return null;
        }

        var folder = Directory.CreateTempSubdirectory("helm-bench-alertmanager-");
        var settings = Path.Combine(folder.FullName, "alertmanager.yml");
        await File.WriteAllTextAsync(settings, "route:\n  receiver: none\nreceivers:\n  - name: none\n");
        var address = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo(
            Program, [$"--config.file={settings}", $"--storage.path={folder.FullName}", $"--web.listen-address={address}", "--cluster.listen-address=", "--log.level=error"]);
        var peer = new AlertmanagerPeer(Process.Start(start)!, folder, new Uri($"http://{address}/api/v2/alerts"));
        await ReadyAsync(new Uri($"http://{address}/-/ready"));
        return peer;
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private static async Task ReadyAsync(Uri address)
    {
        using var http = new HttpClient();
        for (var look = 0; look < 100; look++)
        {
            try
            {
                using var response = await http.GetAsync(address);
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(100);
            }
        }

        throw new InvalidOperationException("Alertmanager did not start.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
