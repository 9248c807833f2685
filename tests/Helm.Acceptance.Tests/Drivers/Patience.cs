namespace Helm.Acceptance.Tests.Drivers;

/// <summary>Waits for what is to come, long enough for a busy machine, and says what was missing.</summary>
internal static class Patience
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(240);

    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(150);

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Returns what was seen as soon as it is as it should be.</summary>
    /// <param name="awaited">What is waited for, for the message of a failure.</param>
    /// <param name="describe">How it is instead, for the same message.</param>
    public static async Task<T> UntilAsync<T>(string awaited, Func<Task<T>> look, Func<T, bool> isThere, Func<T, string>? describe = null)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        limit.CancelAfter(Longest);
        while (true)
        {
            var seen = await look();
            if (isThere(seen))
            {
                return seen;
            }

            Assert.False(limit.IsCancellationRequested, $"Waited {Longest.TotalSeconds:0} s for this: {awaited}. It is: {describe?.Invoke(seen) ?? seen?.ToString()}");
            await Task.Delay(Between, Stop);
        }
    }
}
