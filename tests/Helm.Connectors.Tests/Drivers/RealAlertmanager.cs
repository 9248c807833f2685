using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace Helm.Connectors.Tests.Drivers;

/// <summary>Debian's Alertmanager on a free port, which tells a webhook of everything at once.</summary>
internal sealed class RealAlertmanager : IAsyncDisposable
{
    public const string Program = "/usr/bin/prometheus-alertmanager";
    public const string Secret = "the-secret-of-alertmanager";

    private readonly Process _process;
    private readonly string _folder;
    private readonly HttpClient _http;

    private RealAlertmanager(Process process, string folder, Uri address) => (_process, _folder, _http, Address) = (process, folder, new HttpClient { BaseAddress = address }, address);

    public Uri Address { get; }

    public static async Task<RealAlertmanager> StartAsync(Uri webhook)
    {
        var folder = Directory.CreateTempSubdirectory("helm-alertmanager-").FullName;
        var settings = Path.Combine(folder, "alertmanager.yml");
        await File.WriteAllTextAsync(settings, $$"""
            route: { receiver: helm, group_by: ['...'], group_wait: 100ms, group_interval: 1s }
            receivers:
              - name: helm
                webhook_configs: [ { url: '{{webhook}}api/alertmanager', http_config: { authorization: { credentials: '{{Secret}}' } } } ]
            """);
        var address = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo(
            Program, [$"--config.file={settings}", $"--storage.path={folder}", $"--web.listen-address={address}", "--cluster.listen-address=", "--log.level=error"]);
        var alertmanager = new RealAlertmanager(Process.Start(start)!, folder, new Uri($"http://{address}/"));
        await alertmanager.ReadyAsync();
        return alertmanager;
    }

    public async Task<JsonArray> ListAsync(string what) => (await _http.GetFromJsonAsync<JsonArray>($"api/v2/{what}", TestContext.Current.CancellationToken))!;

    /// <summary>As Prometheus sends it.</summary>
    public async Task AlertAsync(JsonObject labels)
    {
        using var answer = await _http.PostAsJsonAsync("api/v2/alerts", new JsonArray(new JsonObject { ["labels"] = labels }), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    /// <summary>The id of the new silence.</summary>
    public async Task<string> SilenceAsync(string label, string value, DateTimeOffset until)
    {
        var body = new JsonObject
        {
            ["matchers"] = new JsonArray(new JsonObject { ["name"] = label, ["value"] = value, ["isRegex"] = false, ["isEqual"] = true }),
            ["startsAt"] = until.AddHours(-1).UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
            ["endsAt"] = until.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
            ["createdBy"] = "bob",
            ["comment"] = "planned",
        };
        using var answer = await _http.PostAsJsonAsync("api/v2/silences", body, TestContext.Current.CancellationToken);
        return (string)(await answer.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!["silenceID"]!;
    }

    public async Task EndAsync(string id)
    {
        using var answer = await _http.DeleteAsync($"api/v2/silence/{id}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task ReadyAsync()
    {
        for (var look = 0; look < 200; look++)
        {
            try
            {
                using var answer = await _http.GetAsync("-/ready");
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(100);
            }
        }

        Assert.Fail("Alertmanager did not start.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
