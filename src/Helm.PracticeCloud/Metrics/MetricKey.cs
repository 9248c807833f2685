using System.Text;

namespace Helm.PracticeCloud.Metrics;

/// <summary>The identity of a series: namespace, name and all dimensions, in whatever order they are given.</summary>
internal static class MetricKey
{
    public static string Of(string ns, string metric, IReadOnlyList<KeyValuePair<string, string>> dimensions)
    {
        var key = new StringBuilder(ns).Append('\n').Append(metric);
        foreach (var (name, value) in dimensions.Count > 1 ? dimensions.OrderBy(d => d.Key, StringComparer.Ordinal) : dimensions.AsEnumerable())
        {
            key.Append('\n').Append(name).Append('=').Append(value);
        }

        return key.ToString();
    }
}
