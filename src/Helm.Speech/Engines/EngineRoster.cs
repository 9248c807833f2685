namespace Helm.Speech.Engines;

/// <summary>Engines in the order of preference. One that failed rests a minute, and is said to have failed once until it works again.</summary>
internal sealed class EngineRoster<TEngine>(IReadOnlyList<TEngine> engines, TimeProvider time, Action<EngineTrouble> tell) : IDisposable
    where TEngine : class, ISpeechEngine
{
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<TEngine, long> _failedAt = [];

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
            isNew = !_failedAt.ContainsKey(engine);
            _failedAt[engine] = time.GetTimestamp();
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
            _failedAt.Remove(engine);
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
        _failedAt.TryGetValue(engine, out var at) && time.GetElapsedTime(at) < Rest;
}
