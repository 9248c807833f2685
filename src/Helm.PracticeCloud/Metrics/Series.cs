using Helm.PracticeCloud.Data;

namespace Helm.PracticeCloud.Metrics;

/// <summary>One metric of one resource, computed for any moment from its level, the seed and the effects in force.</summary>
internal sealed class Series(
    string resource, string ns, IReadOnlyList<KeyValuePair<string, string>> dimensions, SeriesProfile profile, Series? of, int seed)
{
    private readonly ulong _seed = Hash.Mix(Hash.Of(MetricKey.Of(ns, profile.Metric, dimensions)), seed);
    private volatile Effect[] _effects = [];

    public string Resource { get; } = resource;

    public string Namespace { get; } = ns;

    public string Metric => Profile.Metric;

    public IReadOnlyList<KeyValuePair<string, string>> Dimensions { get; } = dimensions;

    public SeriesProfile Profile { get; } = profile;

    /// <summary>The series whose events this one describes.</summary>
    public Series? Of { get; } = of;

    public void Change(Func<Effect[], Effect[]> change) => _effects = change(_effects);

    public Level At(long time)
    {
        var value = Base(time);
        var p95 = Profile.Level > 0 ? Profile.P95 * value / Profile.Level : Profile.P95;
        var missing = false;
        foreach (var effect in _effects)
        {
            var weight = effect.Weight(time);
            if (weight > 0)
            {
                var changed = effect.Apply(value);
                var target = effect.P95 ?? (value > 0 ? p95 * changed / value : p95);
                missing |= effect.Missing;
                value += (changed - value) * weight;
                p95 += (target - p95) * weight;
            }
        }

        return new Level(value, p95, missing);
    }

    /// <summary>The end of the stretch from <paramref name="time"/> in which the level stays the same.</summary>
    public long StretchEnd(long time, int resolution)
    {
        var end = Math.Min(time - (time % 60) + 60, Of?.StretchEnd(time, resolution) ?? long.MaxValue);
        foreach (var effect in _effects)
        {
            end = Math.Min(end, effect.NextChange(time, resolution));
        }

        // A slot is the smallest thing published, so a change within one shows from the next.
        return Math.Max(time + resolution, end - (end % resolution));
    }

    private double Base(long time)
    {
        // The day's peak is at 15:00 UTC.
        var season = Profile.Season == 0 ? 0 : Profile.Season * Math.Sin(((time % 86_400) - 32_400) * Math.Tau / 86_400);
        var noise = Profile.Noise == 0 ? 0 : Profile.Noise * Hash.Signed(_seed, time / 60);
        return Profile.Kind == SeriesKind.Part ? Profile.Level : Profile.Level * (1 + season) * (1 + noise);
    }
}
