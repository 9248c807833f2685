using System.Globalization;
using System.Text;

namespace Helm.Host.Metrics;

/// <summary>Writes the Prometheus text format, version 0.0.4.</summary>
internal sealed class PrometheusText
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    private readonly StringBuilder _text = new();
    private readonly HashSet<string> _described = new(StringComparer.Ordinal);

    public static string Name(string name) =>
        string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_'));

    /// <summary><c>{intent="status_query"}</c>, or nothing.</summary>
    public static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags.IsEmpty)
        {
            return "";
        }

        var labels = new List<string>(tags.Length);
        foreach (var (name, value) in tags)
        {
            var text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
            labels.Add($"{Name(name)}=\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}\"");
        }

        return "{" + string.Join(',', labels.Order(StringComparer.Ordinal)) + "}";
    }

    public PrometheusText Gauge(string name, string description, double value, string labels = "")
    {
        Describe(name, description, "gauge");
        return Line(name, labels, value);
    }

    public PrometheusText Add(Series series)
    {
        var (sum, count) = series.Value;
        var name = series.Kind == "counter" && !series.Name.EndsWith("_total", StringComparison.Ordinal) ? series.Name + "_total" : series.Name;
        Describe(name, series.Description, series.Kind);
        return series.Kind == "summary"
            ? Line(name + "_sum", series.Labels, sum).Line(name + "_count", series.Labels, count)
            : Line(name, series.Labels, sum);
    }

    public override string ToString() => _text.ToString();

    private void Describe(string name, string description, string kind)
    {
        if (_described.Add(name))
        {
            _text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {description.ReplaceLineEndings(" ")}\n# TYPE {name} {kind}\n");
        }
    }

    private PrometheusText Line(string name, string labels, double value)
    {
        _text.Append(CultureInfo.InvariantCulture, $"{name}{labels} {value}\n");
        return this;
    }
}
