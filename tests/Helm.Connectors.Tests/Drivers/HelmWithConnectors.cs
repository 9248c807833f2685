using Helm.Conversation;
using Helm.Operations;
using Helm.Operations.Changes;
using Helm.Operations.Delivery;
using Helm.Operations.Monitoring;
using Helm.Operations.Registration;
using Helm.Operations.Remediation.Running;
using Helm.Operations.Timers;
using Helm.Storage;
using Helm.Storage.Database;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NSubstitute;

namespace Helm.Connectors.Tests.Drivers;

/// <summary>A whole Helm without its doors, on a database of its own, with one watched function of which a test says how it is.</summary>
internal sealed class HelmWithConnectors : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("helm-connectors-").FullName;
    private readonly ServiceProvider _provider;

    private HelmWithConnectors(Dictionary<string, string?> settings)
    {
        settings["Helm:Storage:Path"] = Path.Combine(_folder, "helm.db");
        settings["Helm:Monitoring:RegistryFile"] = "";
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        _provider = new ServiceCollection()
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<ILoggerFactory, NullLoggerFactory>()
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddOperations(configuration).AddStorage(configuration).AddConversation(configuration).AddConnectors(configuration)
            .AddSingleton<IDomainMonitor>(Function)
            .AddSingleton(Substitute.For<IIndicatorMeter>())
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true });
    }

    public SettableClock Clock { get; } = new();

    public WatchedFunction Function { get; } = new();

    public static async Task<HelmWithConnectors> StartAsync(Dictionary<string, string?> settings)
    {
        var helm = new HelmWithConnectors(settings);
        helm.Function.Clock = helm.Clock;
        await helm.Get<StorageStart>().MigrateAsync(CancellationToken.None);
        await helm.Get<DeploymentRegistry>().RegisterAsync(WatchedFunction.Deployment, CancellationToken.None);
        return helm;
    }

    public T Get<T>()
        where T : notnull => _provider.GetRequiredService<T>();

    /// <summary>Five minutes later: the check that is due, and all that follows from it.</summary>
    public async Task PassAsync(double minutes = 5)
    {
        Clock.Now += TimeSpan.FromMinutes(minutes);
        await Get<Operations.Checks.HealthCheckRunner>().RunDueAsync(CancellationToken.None);
        await SettleAsync();
    }

    /// <summary>All that is due without a check.</summary>
    public async Task SettleAsync()
    {
        foreach (var consumer in Get<ChangeFeed>().Consumers)
        {
            await Get<ChangeFeed>().RunAsync(consumer, CancellationToken.None);
        }

        foreach (var kind in Get<TimerRunner>().Kinds)
        {
            await Get<TimerRunner>().RunDueAsync(kind, CancellationToken.None);
        }

        foreach (var channel in Get<OutboxDispatcher>().Channels)
        {
            await Get<OutboxDispatcher>().RunDueAsync(channel, CancellationToken.None);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _provider.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}

/// <summary>A clock that a test sets.</summary>
internal sealed class SettableClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2025, 11, 3, 10, 22, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
