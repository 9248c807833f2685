using Helm.Host;
using Helm.PracticeCloud;

namespace Helm.Benchmarks;

/// <summary>A practice cloud and a host with a database of its own, as in production but for the addresses.</summary>
internal sealed class Site : IAsyncDisposable
{
    private readonly PracticeCloudServer _cloud;
    private readonly WebApplication _host;
    private readonly DirectoryInfo _folder;

    private Site(PracticeCloudServer cloud, WebApplication host, DirectoryInfo folder) =>
        (_cloud, _host, _folder) = (cloud, host, folder);

    public Uri Address => new(_host.Urls.First());

    public PracticeCloudServer Cloud => _cloud;

    public IServiceProvider Parts => _host.Services;

    public static async Task<Site> StartAsync(int functions, string[] scenarios, bool watching = true)
    {
        var cloud = await PracticeCloudServer.StartAsync(new PracticeCloudOptions { Port = 0, GeneratedFunctions = functions, Scenarios = scenarios });
        var folder = Directory.CreateTempSubdirectory("helm-bench-");
        var host = HelmHost.Build(
            ["--environment", "Development", "--contentRoot", folder.FullName],
            builder => builder.Configuration.AddInMemoryCollection(SiteSettings.For(cloud, folder.FullName, watching)));
        host.MapPost("/bench/echo", EchoAsync);
        await host.StartAsync();
        await Task.Delay(TimeSpan.FromSeconds(watching ? 5 : 1));
        return new Site(cloud, host, folder);
    }

    private static Task EchoAsync(HttpContext http)
    {
        http.Response.ContentType = "application/json";
        return http.Request.Body.CopyToAsync(http.Response.Body);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        await _host.DisposeAsync();
        await _cloud.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
