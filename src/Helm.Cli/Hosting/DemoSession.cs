using System.Text.Json;
using Helm.Cli.Remote;
using Helm.Host;
using Helm.Host.Listening;
using Helm.Host.Security;
using Helm.PracticeCloud;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace Helm.Cli.Hosting;

/// <summary>A practice cloud and a host beside it, in a folder of their own that goes with them.</summary>
internal sealed class DemoSession : IAsyncDisposable
{
    private const int MostAttempts = 10;

    private static readonly TimeSpan FirstPass = TimeSpan.FromMinutes(1);

    private readonly PracticeCloudServer _cloud;
    private readonly WebApplication _host;
    private readonly DirectoryInfo _folder;

    private DemoSession(PracticeCloudServer cloud, WebApplication host, DirectoryInfo folder)
    {
        (_cloud, _host, _folder) = (cloud, host, folder);
        Client = new HostClient(new Uri(host.Urls.First()), TokenFile.Read(Path.Combine(folder.FullName, "token")));
        cloud.Office.Webhook = new Uri(Client.Address, "api/github/webhook");
    }

    /// <summary>Asks this host as its owner.</summary>
    public HostClient Client { get; }

    public Uri Cloud => _cloud.Endpoint;

    /// <summary>From now on what happens in the office is told.</summary>
    public void ShowOffice() => _cloud.Office.Tell = told => Console.WriteLine($"\n{told}");

    public string TokenPath => Path.Combine(_folder.FullName, "token");

    /// <exception cref="CommandFailedException">A port is taken, or the scenario is not right.</exception>
    public static async Task<DemoSession> StartAsync(PracticeCloudOptions options, int port, CancellationToken cancellation)
    {
        // Nothing may ask the machine's own metadata service for credentials.
        Environment.SetEnvironmentVariable("AWS_EC2_METADATA_DISABLED", "true");
        var cloud = await PracticeCloudCommand.StartAsync(options with { ForgetEnded = true }, cancellation);
        var folder = Directory.CreateTempSubdirectory("heyhelm-demo-");
        WebApplication? host = null;
        try
        {
            host = HelmHost.Build(
                ["--environment", "Development", "--contentRoot", folder.FullName],
                settings: configuration => configuration.AddInMemoryCollection(DemoSettings.For(cloud, folder.FullName, port, options)));
            await host.StartAsync(cancellation);
            return new DemoSession(cloud, host, folder);
        }
        catch (Exception problem)
        {
            await cloud.DisposeAsync();
            await (host?.DisposeAsync() ?? ValueTask.CompletedTask);
            folder.Delete(recursive: true);
            throw StartProblem.Explain(problem) is { } explained ? new CommandFailedException(explained) : problem;
        }
    }

    /// <summary>Returns when every deployment was checked once; false when that takes too long.</summary>
    public async Task<bool> WaitForFirstPassAsync(CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(FirstPass);
        try
        {
            while (!await IsCheckedAsync(limit.Token))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), limit.Token);
            }

            return true;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _host.StopAsync();
        await _host.DisposeAsync();
        await _cloud.DisposeAsync();
        await DeleteAsync(_folder);
    }

    /// <summary>Something may still be written while the first files go.</summary>
    private static async Task DeleteAsync(DirectoryInfo folder)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                folder.Delete(recursive: true);
                return;
            }
            catch (IOException) when (attempt < MostAttempts)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200));
            }
        }
    }

    private async Task<bool> IsCheckedAsync(CancellationToken cancellation)
    {
        var deployments = JsonDocument.Parse(await Client.GetTextAsync("api/deployments", cancellation)).RootElement.GetProperty("deployments");
        var reports = JsonDocument.Parse(await Client.GetTextAsync("api/health-checks", cancellation)).RootElement.GetProperty("reports");
        return deployments.GetArrayLength() > 0 && reports.GetArrayLength() >= deployments.GetArrayLength();
    }
}
