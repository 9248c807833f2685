using Microsoft.Extensions.Hosting;

namespace Helm.Chat.Turns;

/// <summary>Work that goes on while the host runs.</summary>
/// <remarks>
/// Not <see cref="BackgroundService"/>: since .NET 10 it begins on the thread pool, and when another part of the start fails
/// first (a busy port), the host reports the work that never began as a crash, over the sentence that says what is wrong.
/// </remarks>
public abstract class BackgroundLoop : IHostedService, IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private Task _work = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _work = RunAsync(_stopping.Token);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await _work.WaitAsync(cancellationToken);
    }

    /// <summary>May come twice: for the part, and for the hosted service that it is too.</summary>
    public void Dispose()
    {
        GC.SuppressFinalize(this);
        if (!_stopping.IsCancellationRequested)
        {
            _stopping.Cancel();
        }

        _stopping.Dispose();
    }

    /// <summary>Returns when it is told to stop, and fails for no other reason.</summary>
    protected abstract Task RunAsync(CancellationToken stopping);
}
