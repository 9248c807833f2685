namespace Helm.PracticeCloud.Metrics;

/// <summary>The series of one account in one region. Readers take no lock: a change replaces the map.</summary>
internal sealed class MetricStore(int seed)
{
    private volatile Dictionary<string, Series> _series = new(StringComparer.Ordinal);

    public IReadOnlyCollection<Series> All => _series.Values;

    public Series? Find(string ns, string metric, IReadOnlyList<KeyValuePair<string, string>> dimensions) =>
        _series.GetValueOrDefault(MetricKey.Of(ns, metric, dimensions));

    /// <summary>The series of a resource by metric name.</summary>
    public IEnumerable<Series> Of(string resource, string metric) =>
        _series.Values.Where(s => s.Resource == resource && s.Metric == metric);

    public void Add(string resource, string ns, IReadOnlyList<KeyValuePair<string, string>> dimensions,
        IReadOnlyList<SeriesProfile> profiles, IReadOnlyDictionary<string, MetricSettings>? settings) =>
        AddAll([new SeriesGroup(resource, ns, dimensions, profiles, settings)]);

    public void AddAll(IEnumerable<SeriesGroup> groups)
    {
        var next = new Dictionary<string, Series>(_series, StringComparer.Ordinal);
        foreach (var group in groups)
        {
            var own = new Dictionary<string, Series>(StringComparer.Ordinal);
            foreach (var usual in group.Profiles)
            {
                var profile = group.Settings?.GetValueOrDefault(usual.Metric) is { } given ? usual.With(given) : usual;
                var of = profile.Of is { } parent ? own[parent] : null;
                var series = new Series(group.Resource, group.Namespace, group.Dimensions, profile, of, seed);
                own[profile.Metric] = series;
                next[MetricKey.Of(group.Namespace, profile.Metric, group.Dimensions)] = series;
            }
        }

        _series = next;
    }

    public void Remove(string resource) =>
        _series = _series.Where(pair => pair.Value.Resource != resource).ToDictionary(StringComparer.Ordinal);
}
