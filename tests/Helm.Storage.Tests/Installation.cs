using Helm.Operations;
using Helm.Operations.Monitoring;
using Helm.Operations.Remediation.Running;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NSubstitute;

namespace Helm.Storage.Tests;

/// <summary>One Helm on one database: everything but the clouds is real.</summary>
internal sealed class Installation : IAsyncDisposable
{
    private readonly ServiceProvider _provider;

    public Installation(
        Dictionary<string, string?> settings, TestClock clock, IEnumerable<IDomainMonitor> monitors, Action<IServiceCollection>? configure = null)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var services = new ServiceCollection()
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton<ILoggerFactory, NullLoggerFactory>()
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddOperations(configuration)
            .AddStorage(configuration)
            .AddSingleton(Substitute.For<IIndicatorMeter>());
        foreach (var monitor in monitors)
        {
            services.AddSingleton(monitor);
        }

        configure?.Invoke(services);
        _provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true });
    }

    public T Get<T>()
        where T : notnull => _provider.GetRequiredService<T>();

    public ValueTask DisposeAsync() => _provider.DisposeAsync();
}
