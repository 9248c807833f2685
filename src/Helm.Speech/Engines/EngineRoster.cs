namespace Helm.Speech.Engines;

/// <summary>Engines in the order of preference. One that failed rests a minute, or as long as it asked for, and is said to have failed once until it works again.</summary>
internal sealed class EngineRoster<TEngine>(IReadOnlyList<TEngine> engines, TimeProvider time, Action<EngineTrouble> tell) : IDisposable
    where TEngine : class, ISpeechEngine
{
    private static readonly TimeSpan UsualRest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestRest = TimeSpan.FromHours(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<TEngine, (long At, TimeSpan For)> _failed = [];

    public IReadOnlyList<TEngine> Engines => engines;

    public string Names => string.Join(", ", engines.Select(engine => engine.Name));

    /// <summary>Those to try, one after the other; what rests comes last, because it is still better than nothing.</summary>
    public IReadOnlyList<TEngine> InTurn()
    {
        lock (_lock)
        {
            return [.. engines.OrderBy(engine => IsResting(engine) ? 1 : 0)];
        }
    }

    /// <summary>Well when any of them is; else what keeps the preferred one.</summary>
    public async Task<EngineHealth> CheckAsync(CancellationToken cancellation)
    {
        EngineHealth? preferred = null;
        foreach (var engine in engines)
        {
            var health = await engine.CheckAsync(cancellation);
            preferred ??= health;
            if (health.IsAvailable)
            {
                return health;
            }
        }

        return preferred ?? new EngineHealth(false, "No engine is configured.");
    }

    public void Failed(TEngine engine, Exception failure)
    {
        bool isNew;
        lock (_lock)
        {
            isNew = !_failed.ContainsKey(engine);
            _failed[engine] = (time.GetTimestamp(), RestAfter(failure));
        }

        if (isNew)
        {
            var next = InTurn()[0];
            tell(new EngineTrouble(engine.Name, failure.Message, next == engine ? null : next.Name));
        }
    }

    public void Worked(TEngine engine)
    {
        lock (_lock)
        {
            _failed.Remove(engine);
        }
    }

    public void Dispose()
    {
        foreach (var engine in engines)
        {
            engine.Dispose();
        }
    }

    private bool IsResting(TEngine engine) =>
        _failed.TryGetValue(engine, out var failed) && time.GetElapsedTime(failed.At) < failed.For;

    private static TimeSpan RestAfter(Exception failure) =>
        failure is not SpeechEngineException { Rest: { } asked } ? UsualRest : asked < LongestRest ? asked : LongestRest;
}
