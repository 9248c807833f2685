using Helm.Host;
using Helm.PracticeCloud;

namespace Helm.Benchmarks;

/// <summary>A host with a database of its own, as in production but for the addresses.</summary>
internal sealed class Site : IAsyncDisposable
{
    private readonly WebApplication _host;
    private readonly DirectoryInfo _folder;

    private Site(WebApplication host, DirectoryInfo folder) => (_host, _folder) = (host, folder);

    public Uri Address => new(_host.Urls.First());

    public IServiceProvider Parts => _host.Services;

    /// <param name="watching">False for a host whose checks the benchmark runs itself.</param>
    public static async Task<Site> StartAsync(Uri cloud, IReadOnlyList<PracticeAccount> accounts, bool watching)
    {
        var folder = Directory.CreateTempSubdirectory("helm-bench-");
        var host = HelmHost.Build(
            ["--environment", "Development", "--contentRoot", folder.FullName],
            builder => builder.Configuration.AddInMemoryCollection(SiteSettings.For(cloud, accounts, folder.FullName, watching)));
        host.MapPost("/bench/echo", EchoAsync);
        await host.StartAsync();
        return new Site(host, folder);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        await _host.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    public static Task EchoAsync(HttpContext http)
    {
        http.Response.ContentType = "application/json";
        return http.Request.Body.CopyToAsync(http.Response.Body);
    }
}
