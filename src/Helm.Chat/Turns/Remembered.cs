using System.Collections.Concurrent;

namespace Helm.Chat.Turns;

/// <summary>What was found out about something a while ago, so that it is not asked for with every message.</summary>
/// <typeparam name="T">What is known.</typeparam>
/// <param name="fresh">How long it counts.</param>
internal sealed class Remembered<T>(TimeProvider time, TimeSpan fresh)
{
    /// <summary>Then all of it is found out anew; nobody has as many people or places.</summary>
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<string, (T Value, DateTimeOffset At)> _known = new(StringComparer.Ordinal);

    public bool TryGet(string key, out T? value)
    {
        var isKnown = _known.TryGetValue(key, out var known) && time.GetUtcNow() - known.At < fresh;
        value = isKnown ? known.Value : default;
        return isKnown;
    }

    public void Keep(string key, T value)
    {
        if (_known.Count >= Most)
        {
            _known.Clear();
        }

        _known[key] = (value, time.GetUtcNow());
    }

    public void Forget(string key) => _known.TryRemove(key, out _);
}
