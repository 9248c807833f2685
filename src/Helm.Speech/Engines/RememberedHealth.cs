namespace Helm.Speech.Engines;

/// <summary>How an engine elsewhere is; it is asked seldom, because readiness is asked often.</summary>
/// <param name="ask">Says what it is, or throws a <see cref="SpeechEngineException"/>.</param>
internal sealed class RememberedHealth(Func<Task<string>> ask, string remedy, TimeProvider time)
{
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private (Task<EngineHealth> Health, long At)? _last;

    public Task<EngineHealth> CheckAsync(CancellationToken cancellation)
    {
        lock (_lock)
        {
            if (_last is not { } last || time.GetElapsedTime(last.At) >= Remembered)
            {
                _last = last = (AskAsync(), time.GetTimestamp());
            }

            // Others may wait for the same answer, so it is not given up when one of them goes.
            return last.Health.WaitAsync(cancellation);
        }
    }

    private async Task<EngineHealth> AskAsync()
    {
        try
        {
            return new EngineHealth(true, await ask().WaitAsync(LongestAnswer, time));
        }
        catch (TimeoutException)
        {
            return new EngineHealth(false, $"It did not answer within {LongestAnswer.TotalSeconds:0} seconds.", remedy);
        }
        catch (SpeechEngineException refused)
        {
            return new EngineHealth(false, refused.Message, remedy);
        }
    }
}
