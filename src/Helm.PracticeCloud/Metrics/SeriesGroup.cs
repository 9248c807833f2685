namespace Helm.PracticeCloud.Metrics;

/// <summary>The series that one resource publishes under one namespace and set of dimensions.</summary>
internal sealed record SeriesGroup(
    string Resource,
    string Namespace,
    IReadOnlyList<KeyValuePair<string, string>> Dimensions,
    IReadOnlyList<SeriesProfile> Profiles,
    IReadOnlyDictionary<string, MetricSettings>? Settings);
