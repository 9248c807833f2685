using Helm.Host.Listening;
using Helm.Storage.Database;

namespace Helm.Host.Schedule;

/// <summary>Brings the database up to date before anything else begins.</summary>
internal sealed class StorageStartUp(StorageStart storage) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await storage.MigrateAsync(cancellationToken);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            throw new StartRefusedException(
                $"The database cannot be used: {problem.Message} Look at Helm:Storage, and whether the file can be written or the server answers.", problem);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
