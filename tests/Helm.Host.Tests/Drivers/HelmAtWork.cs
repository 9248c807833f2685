using Helm.Host.Satellites;
using Helm.Host.Turns;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Helm.Host.Tests.Drivers;

/// <summary>A host on a free port with a folder of its own, spoken to over real HTTP.</summary>
internal sealed class HelmAtWork : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly bool _ownsFolder;

    private HelmAtWork(WebApplication app, string folder, bool ownsFolder)
    {
        (_app, Folder, _ownsFolder) = (app, folder, ownsFolder);
        Address = new Uri(app.Urls.First());
        Http = new HttpClient { BaseAddress = Address };
    }

    public string Folder { get; }

    public Uri Address { get; }

    public HttpClient Http { get; }

    public ScriptedTurns Turns => (ScriptedTurns)_app.Services.GetRequiredService<ITurns>();

    /// <summary>A part of the host, to look at what it holds.</summary>
    public T Get<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    public IServiceProvider Services => _app.Services;

    internal SatelliteServer Satellites => _app.Services.GetRequiredService<SatelliteServer>();

    public string Token => File.ReadAllText(Path.Combine(Folder, "token")).Trim();

    public static Task<HelmAtWork> StartAsync(params string[] settings) => StartAsync(_ => { }, null, settings);

    public static async Task<HelmAtWork> StartAsync(Action<WebApplicationBuilder> configure, string? folder, params string[] settings)
    {
        var home = folder ?? Directory.CreateTempSubdirectory("helm-host-").FullName;
        var app = HostBuild.Of(home, configure, settings);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(app, home, folder is null);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        if (_ownsFolder)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }
}
