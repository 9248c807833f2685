using System.Text.Json;

namespace Helm.PracticeCloud.Wire;

/// <summary>An answer in JSON: times are epoch seconds.</summary>
internal sealed class JsonAnswer : AnswerWriter
{
    private readonly Utf8JsonWriter _json;

    public JsonAnswer(string contentType)
    {
        ContentType = contentType;
        _json = new Utf8JsonWriter(Buffer, new JsonWriterOptions { SkipValidation = true });
        _json.WriteStartObject();
    }

    public override string ContentType { get; }

    public override void Text(string name, string? value)
    {
        if (value is not null)
        {
            _json.WriteString(name, value);
        }
    }

    public override void Number(string name, long? value)
    {
        if (value is { } number)
        {
            _json.WriteNumber(name, number);
        }
    }

    public override void Real(string name, double? value)
    {
        if (value is { } number)
        {
            _json.WriteNumber(name, number);
        }
    }

    public override void Flag(string name, bool? value)
    {
        if (value is { } flag)
        {
            _json.WriteBoolean(name, flag);
        }
    }

    public override void Time(string name, DateTimeOffset? value)
    {
        if (value is { } time)
        {
            _json.WriteNumber(name, time.ToUnixTimeMilliseconds() / 1000m);
        }
    }

    public override void Begin(string name) => _json.WriteStartObject(name);

    public override void End() => _json.WriteEndObject();

    public override void BeginList(string name, string member) => _json.WriteStartArray(name);

    public override void BeginItem() => _json.WriteStartObject();

    public override void EndItem() => _json.WriteEndObject();

    public override void EndList() => _json.WriteEndArray();

    public override void Texts(string name, string member, IEnumerable<string> values)
    {
        _json.WriteStartArray(name);
        foreach (var value in values)
        {
            _json.WriteStringValue(value);
        }

        _json.WriteEndArray();
    }

    public override void Reals(string name, ReadOnlySpan<double> values)
    {
        _json.WriteStartArray(name);
        foreach (var value in values)
        {
            _json.WriteNumberValue(value);
        }

        _json.WriteEndArray();
    }

    public override void Times(string name, ReadOnlySpan<long> values)
    {
        _json.WriteStartArray(name);
        foreach (var value in values)
        {
            _json.WriteNumberValue(value);
        }

        _json.WriteEndArray();
    }

    public override void Lists<T>(string name, IEnumerable<T> lists, Action<T> write)
    {
        _json.WriteStartArray(name);
        foreach (var list in lists)
        {
            _json.WriteStartArray();
            write(list);
            _json.WriteEndArray();
        }

        _json.WriteEndArray();
    }

    public override void Map(string name, IEnumerable<KeyValuePair<string, double>> entries)
    {
        _json.WriteStartObject(name);
        foreach (var (key, value) in entries)
        {
            _json.WriteNumber(key, value);
        }

        _json.WriteEndObject();
    }

    public override void Dispose() => _json.Dispose();

    public override void Finish()
    {
        _json.WriteEndObject();
        _json.Flush();
    }
}
