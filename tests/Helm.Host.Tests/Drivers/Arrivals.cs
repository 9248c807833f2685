using System.Collections.Concurrent;

namespace Helm.Host.Tests.Drivers;

/// <summary>Waits for what others send, and not for ever.</summary>
internal static class Arrivals
{
    private const int MostLooks = 5000;

    /// <summary>All that came, once there are so many.</summary>
    public static async Task<IReadOnlyList<T>> ReachAsync<T>(this ConcurrentQueue<T> arrived, int count)
    {
        for (var look = 0; arrived.Count < count; look++)
        {
            Assert.True(look < MostLooks, $"Of {count} that were awaited {arrived.Count} came.");
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        return [.. arrived];
    }
}
