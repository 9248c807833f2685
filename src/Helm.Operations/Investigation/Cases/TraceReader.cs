using System.Text.Json;
using Helm.Operations.Investigation.Evidence;

namespace Helm.Operations.Investigation.Cases;

/// <summary>Finds series in JSON of any reasonable shape: points, pairs, rows, columns, CloudWatch's and Prometheus' answers.</summary>
internal sealed class TraceReader
{
    private readonly Dictionary<(string Component, string Metric), (string Unit, List<MetricPoint> Points)> _traces = [];

    /// <param name="element">The document.</param>
    /// <param name="component">From the file's name, where the document says none.</param>
    /// <param name="metric">Likewise.</param>
    public void Read(JsonElement element, string component, string metric) => Walk(element, new(component, metric, ""));

    public IReadOnlyList<Trace> Traces =>
        [.. _traces.Select(entry => new Trace(entry.Key.Component, entry.Key.Metric, entry.Value.Unit, [.. entry.Value.Points.OrderBy(point => point.Time).DistinctBy(point => point.Time)]))
            .OrderBy(trace => trace.Component, StringComparer.Ordinal).ThenBy(trace => trace.Metric, StringComparer.Ordinal)];

    private void Walk(JsonElement element, Place place)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            WalkArray(element, place);
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            WalkObject(element, place);
        }
    }

    private void WalkArray(JsonElement array, Place place)
    {
        foreach (var item in array.EnumerateArray())
        {
            if (!TryPair(item, place) && !TryRow(item, place))
            {
                Walk(item, place);
            }
        }
    }

    /// <summary><c>[time, value]</c>.</summary>
    private bool TryPair(JsonElement item, Place place)
    {
        if (item.ValueKind != JsonValueKind.Array || item.GetArrayLength() != 2 || CaseFields.TimeOf(item[0]) is not { } time || CaseFields.Number(item[1]) is not { } value)
        {
            return false;
        }

        Add(place, time, value);
        return true;
    }

    /// <summary>An object with a time: one value, or a column for each metric.</summary>
    private bool TryRow(JsonElement item, Place place)
    {
        if (CaseFields.Time(item) is not { } time)
        {
            return false;
        }

        var here = place.In(item, rows: true);
        if (CaseFields.Find(item, CaseFields.Values) is { } found && CaseFields.Number(found) is { } value)
        {
            Add(here, time, value);
            return true;
        }

        var columns = item.EnumerateObject().Where(property => !CaseFields.IsTime(property.Name) && property.Value.ValueKind == JsonValueKind.Number).ToList();
        columns.ForEach(column => Add(here with { Metric = column.Name }, time, column.Value.GetDouble()));
        return columns.Count > 0;
    }

    private void WalkObject(JsonElement element, Place place)
    {
        var here = place.In(element, rows: false);
        if (TryColumns(element, here))
        {
            return;
        }

        foreach (var property in element.EnumerateObject().Where(property => property.Value.ValueKind is JsonValueKind.Array or JsonValueKind.Object))
        {
            var known = CaseFields.Points.Contains(CaseFields.Plain(property.Name));
            Walk(property.Value, known ? here : here.Named(property));
        }
    }

    /// <summary><c>timestamps</c> beside <c>values</c>.</summary>
    private bool TryColumns(JsonElement element, Place place)
    {
        if (CaseFields.Find(element, ["timestamps", "times", "time", "t"]) is not { ValueKind: JsonValueKind.Array } times
            || CaseFields.Find(element, ["values", "value", "v", "data"]) is not { ValueKind: JsonValueKind.Array } values
            || times.GetArrayLength() != values.GetArrayLength())
        {
            return false;
        }

        foreach (var (time, value) in times.EnumerateArray().Zip(values.EnumerateArray()))
        {
            if (CaseFields.TimeOf(time) is { } at && CaseFields.Number(value) is { } number)
            {
                Add(place, at, number);
            }
        }

        return true;
    }

    private void Add(Place place, DateTimeOffset time, double value)
    {
        if (!_traces.TryGetValue((place.Component, place.Metric), out var trace))
        {
            _traces[(place.Component, place.Metric)] = trace = (place.Unit, []);
        }

        trace.Points.Add(new(time.ToUnixTimeSeconds(), value));
    }

    /// <param name="Told">The document named the component, not only the file.</param>
    private sealed record Place(string Component, string Metric, string Unit, bool Told = false)
    {
        /// <summary>With what the object says of itself.</summary>
        public Place In(JsonElement element, bool rows)
        {
            var component = CaseFields.Component(element) ?? Component;
            var metric = CaseFields.Text(element, rows ? CaseFields.Metrics.Where(name => name != "id") : CaseFields.Metrics);
            return new(component, metric is null || metric == component ? Metric : metric, CaseFields.Text(element, CaseFields.Units) ?? Unit, Told || component != Component);
        }

        /// <summary>An unknown name with a list under it is a metric; with an object under it, a component.</summary>
        public Place Named(JsonProperty property) =>
            property.Value.ValueKind == JsonValueKind.Array || Told ? this with { Metric = property.Name } : this with { Component = property.Name, Told = true };
    }
}
