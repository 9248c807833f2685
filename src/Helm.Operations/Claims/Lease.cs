using Microsoft.Extensions.Logging;

namespace Helm.Operations.Claims;

/// <summary>How a host holds a piece of work: for a few seconds, renewed while it works, so that another takes over soon after a crash.</summary>
internal static partial class Lease
{
    /// <summary>A killed host's work is taken over after this time and one look: within ten seconds.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(7);

    /// <summary>A name for one pass of one host; never used twice.</summary>
    public static string NewHolder() => Guid.NewGuid().ToString("N");

    /// <summary>Three signs of life in each lease while the work runs.</summary>
    /// <param name="renew">Extends the lease until the given moment.</param>
    public static async Task<T> KeepAsync<T>(
        Func<DateTimeOffset, CancellationToken, Task> renew,
        Func<CancellationToken, Task<T>> work,
        TimeProvider time,
        ILogger log,
        CancellationToken cancellation)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var renewal = RenewAsync(renew, time, log, over.Token);
        try
        {
            return await work(cancellation);
        }
        finally
        {
            await over.CancelAsync();
            await renewal;
        }
    }

    private static async Task RenewAsync(
        Func<DateTimeOffset, CancellationToken, Task> renew, TimeProvider time, ILogger log, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(Length / 3, time, over);
                await renew(time.GetUtcNow() + Length, over);
            }
            catch (OperationCanceledException)
            {
                return;
            }
#pragma warning disable CA1031 // One sign of life that fails must not end the work; two more come before the lease ends.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                LogNotRenewed(log, exception);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A hold on running work could not be renewed")]
    private static partial void LogNotRenewed(ILogger log, Exception exception);
}
