using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Helm.Host.Listening;

/// <summary>Tells in one line where Helm is reached.</summary>
internal sealed partial class StartupLine(IServer server, IHostApplicationLifetime lifetime, ILogger<StartupLine> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStarted.Register(() =>
        {
            var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
            LogListening(address);
        });
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Information, Message = "Helm listens on {Address}")]
    private partial void LogListening(string? address);
}
