using Helm.Domains;
using Helm.Operations;
using Helm.Storage;
using Helm.Storage.Database;

namespace Helm.Benchmarks;

/// <summary>The parts that watch (operations, storage, the cloud's monitors) without the doors and the language: what the peer does, and keeping the results.</summary>
internal sealed class Watch : IAsyncDisposable
{
    private readonly ServiceProvider _parts;
    private readonly DirectoryInfo _folder;

    private Watch(ServiceProvider parts, DirectoryInfo folder) => (_parts, _folder) = (parts, folder);

    public IServiceProvider Parts => _parts;

    public static async Task<Watch> StartAsync(Uri cloud)
    {
        var folder = Directory.CreateTempSubdirectory("helm-bench-");
        var parts = Assemble(SiteSettings.For(cloud, [SiteSettings.Production], folder.FullName, watching: false));
        await parts.GetRequiredService<StorageStart>().MigrateAsync(CancellationToken.None);
        return new Watch(parts, folder);
    }

    private static ServiceProvider Assemble(Dictionary<string, string?> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        return new ServiceCollection()
            .AddLogging()
            .AddOperations(configuration)
            .AddStorage(configuration)
            .AddCloud(configuration)
            .BuildServiceProvider();
    }

    public async ValueTask DisposeAsync()
    {
        await _parts.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
