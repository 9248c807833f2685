using System.Globalization;
using System.Text.Json;

namespace Helm.Domains.Cloud.CloudWatch;

/// <summary>Writes queries and reads series of GetMetricData, straight from and to bytes.</summary>
internal static class MetricPage
{
    public static void WriteQueries(Utf8JsonWriter json, MetricBatch batch, MetricWindow window, string? token)
    {
        json.WriteNumber("StartTime", window.Start.ToUnixTimeSeconds());
        json.WriteNumber("EndTime", window.End.ToUnixTimeSeconds());
        json.WriteStartArray("MetricDataQueries");
        foreach (var index in batch.Indexes)
        {
            WriteQuery(json, index, batch.Queries[index], (int)window.Period.TotalSeconds);
        }

        json.WriteEndArray();
        if (token is not null)
        {
            json.WriteString("NextToken", token);
        }
    }

    private static void WriteQuery(Utf8JsonWriter json, int index, MetricQuery query, int period)
    {
        json.WriteStartObject();
        json.WriteString("Id", string.Create(CultureInfo.InvariantCulture, $"q{index}"));
        json.WriteStartObject("MetricStat");
        json.WriteStartObject("Metric");
        json.WriteString("Namespace", query.Namespace);
        json.WriteString("MetricName", query.Metric);
        json.WriteStartArray("Dimensions");
        foreach (var dimension in query.Dimensions)
        {
            json.WriteStartObject();
            json.WriteString("Name", dimension.Name);
            json.WriteString("Value", dimension.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteNumber("Period", period);
        json.WriteString("Stat", query.Statistic);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Reads a page; <paramref name="take"/> gets each series as (index, series of this page).</summary>
    public static string? Read(ReadOnlySpan<byte> body, Action<int, MetricSeries> take)
    {
        var json = new Utf8JsonReader(body);
        string? token = null;
        Expect(ref json, JsonTokenType.StartObject);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("MetricDataResults"u8))
            {
                json.Read();
                while (json.Read() && json.TokenType == JsonTokenType.StartObject)
                {
                    ReadSeries(ref json, take);
                }
            }
            else if (json.ValueTextEquals("NextToken"u8))
            {
                json.Read();
                token = json.GetString();
            }
            else
            {
                json.Skip();
            }
        }

        return string.IsNullOrEmpty(token) ? null : token;
    }

    private static void ReadSeries(ref Utf8JsonReader json, Action<int, MetricSeries> take)
    {
        var index = -1;
        var series = new MetricSeries();
        List<double> times = [];
        List<double> values = [];
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("Id"u8))
            {
                json.Read();
                index = IndexOf(json.GetString());
            }
            else if (json.ValueTextEquals("StatusCode"u8))
            {
                json.Read();
                series.Status = Enum.TryParse<SeriesStatus>(json.GetString(), out var status) ? status : SeriesStatus.Missing;
            }
            else if (json.ValueTextEquals("Timestamps"u8))
            {
                ReadNumbers(ref json, times);
            }
            else if (json.ValueTextEquals("Values"u8))
            {
                ReadNumbers(ref json, values);
            }
            else
            {
                json.Skip();
            }
        }

        if (times.Count != values.Count)
        {
            throw new FormatException("A series has not as many times as values.");
        }

        series.Points.AddRange(times.Zip(values));
        take(index, series);
    }

    private static int IndexOf(string? id) =>
        id is ['q', .. var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? index
            : -1;

    private static void ReadNumbers(ref Utf8JsonReader json, List<double> numbers)
    {
        Expect(ref json, JsonTokenType.StartArray);
        while (json.Read() && json.TokenType == JsonTokenType.Number)
        {
            numbers.Add(json.GetDouble());
        }
    }

    private static void Expect(ref Utf8JsonReader json, JsonTokenType type)
    {
        if (!json.Read() || json.TokenType != type)
        {
            throw new JsonException($"Expected {type}.");
        }
    }
}

/// <summary>Some of the queries of a sweep, by their places in it.</summary>
internal readonly record struct MetricBatch(IReadOnlyList<MetricQuery> Queries, IReadOnlyList<int> Indexes);
