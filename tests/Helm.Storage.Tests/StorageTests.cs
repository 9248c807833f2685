using Helm.Operations.Monitoring;
using Helm.Storage.Database;
using Microsoft.Extensions.DependencyInjection;

namespace Helm.Storage.Tests;

/// <summary>The databases that every storage promise is kept on.</summary>
public enum Provider
{
    Sqlite,
    PostgreSql,
}

/// <summary>Gives each test a database of its own, of the kind it asks for; skipped where PostgreSQL is not installed.</summary>
public abstract class StorageTests(PostgreSqlCluster cluster) : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("helm-storage-").FullName;
    private readonly List<Installation> _installations = [];
    private readonly Dictionary<string, string?> _settings = [];

    public static TheoryData<Provider> Both => [Provider.Sqlite, Provider.PostgreSql];

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    internal TestClock Clock { get; } = new();

    /// <summary>Adds to the parts of the installations that are started from then on.</summary>
    internal Action<IServiceCollection>? Configure { get; set; }

    internal ScriptedMonitor Monitor { get; } = new();

    public async ValueTask DisposeAsync()
    {
        foreach (var installation in _installations)
        {
            await installation.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>The first call creates the database; further ones start another host on it.</summary>
    internal async Task<Installation> StartAsync(Provider provider, params IDomainMonitor[] monitors)
    {
        var installation = await PrepareAsync(provider, monitors);
        await installation.Get<StorageStart>().MigrateAsync(Cancellation);
        return installation;
    }

    /// <summary>Put together, and not started yet.</summary>
    internal async Task<Installation> PrepareAsync(Provider provider, params IDomainMonitor[] monitors)
    {
        if (!_settings.ContainsKey("Helm:Storage:Provider"))
        {
            await ChooseDatabaseAsync(provider);
        }

        var installation = new Installation(_settings, Clock, monitors.Length > 0 ? monitors : [Monitor], Configure);
        _installations.Add(installation);
        return installation;
    }

    protected void Set(string key, string value) => _settings[key] = value;

    private async Task ChooseDatabaseAsync(Provider provider)
    {
        Assert.SkipWhen(provider == Provider.PostgreSql && !cluster.IsInstalled, "PostgreSQL is not installed");
        _settings["Helm:Storage:Provider"] = provider.ToString();
        _settings["Helm:Monitoring:RegistryFile"] = Path.Combine(_folder, "deployments.json");
        if (provider == Provider.PostgreSql)
        {
            _settings["Helm:Storage:ConnectionString"] = await cluster.CreateDatabaseAsync();
        }
        else
        {
            _settings["Helm:Storage:Path"] = Path.Combine(_folder, "helm.db");
        }
    }
}
