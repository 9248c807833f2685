using System.Globalization;
using System.Text;
using System.Xml;

namespace Helm.PracticeCloud.Wire;

/// <summary>An answer in XML: times are ISO 8601.</summary>
internal sealed class XmlAnswer : AnswerWriter
{
    private readonly XmlWriter _xml;
    private readonly MemoryStream _stream = new();
    private readonly Stack<(string Member, bool Wrapped)> _lists = new();
    private readonly Action<XmlWriter>? _tail;

    public XmlAnswer(string root, string ns, Action<XmlWriter>? tail = null, string? inner = null)
    {
        _tail = tail;
        _xml = XmlWriter.Create(_stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CheckCharacters = false });
        _xml.WriteStartElement(root, ns);
        if (inner is not null)
        {
            _xml.WriteStartElement(inner);
        }

        Inner = inner is not null;
    }

    public override string ContentType => "text/xml";

    private bool Inner { get; }

    public override void Text(string name, string? value)
    {
        if (value is not null)
        {
            _xml.WriteElementString(name, Printable(value));
        }
    }

    public override void Number(string name, long? value) => Text(name, value?.ToString(CultureInfo.InvariantCulture));

    public override void Real(string name, double? value) => Text(name, value?.ToString("R", CultureInfo.InvariantCulture));

    public override void Flag(string name, bool? value) => Text(name, value is { } flag ? (flag ? "true" : "false") : null);

    public override void Time(string name, DateTimeOffset? value) => Text(name, value is { } time ? Iso(time) : null);

    public override void Begin(string name) => _xml.WriteStartElement(name);

    public override void End() => _xml.WriteEndElement();

    public override void BeginList(string name, string member)
    {
        _lists.Push((member, name.Length > 0));
        if (name.Length > 0)
        {
            _xml.WriteStartElement(name);
        }
    }

    public override void BeginItem() => _xml.WriteStartElement(_lists.Peek().Member);

    public override void EndItem() => _xml.WriteEndElement();

    public override void EndList()
    {
        if (_lists.Pop().Wrapped)
        {
            _xml.WriteEndElement();
        }
    }

    public override void Texts(string name, string member, IEnumerable<string> values)
    {
        _xml.WriteStartElement(name);
        foreach (var value in values)
        {
            Text(member, value);
        }

        _xml.WriteEndElement();
    }

    public override void Reals(string name, ReadOnlySpan<double> values)
    {
        _xml.WriteStartElement(name);
        foreach (var value in values)
        {
            Real("member", value);
        }

        _xml.WriteEndElement();
    }

    public override void Times(string name, ReadOnlySpan<long> values)
    {
        _xml.WriteStartElement(name);
        foreach (var value in values)
        {
            Text("member", Iso(DateTimeOffset.FromUnixTimeSeconds(value)));
        }

        _xml.WriteEndElement();
    }

    public override void Lists<T>(string name, IEnumerable<T> lists, Action<T> write)
    {
        _xml.WriteStartElement(name);
        foreach (var list in lists)
        {
            BeginList("member", "member");
            write(list);
            EndList();
        }

        _xml.WriteEndElement();
    }

    public override void Map(string name, IEnumerable<KeyValuePair<string, double>> entries)
    {
        _xml.WriteStartElement(name);
        foreach (var (key, value) in entries)
        {
            _xml.WriteStartElement("entry");
            Text("key", key);
            Real("value", value);
            _xml.WriteEndElement();
        }

        _xml.WriteEndElement();
    }

    public override void Dispose()
    {
        _xml.Dispose();
        _stream.Dispose();
    }

    public override void Finish()
    {
        if (Inner)
        {
            _xml.WriteEndElement();
        }

        _tail?.Invoke(_xml);
        _xml.WriteEndElement();
        _xml.Flush();
        var written = _stream.GetBuffer().AsSpan(0, (int)_stream.Length);
        written.CopyTo(Buffer.GetSpan(written.Length));
        Buffer.Advance(written.Length);
    }

    private static string Iso(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    // XML 1.0 cannot carry control characters at all.
    private static string Printable(string text) =>
        text.Any(c => c < ' ' && c is not ('\t' or '\n' or '\r')) ? string.Concat(text.Where(c => c >= ' ' || c is '\t' or '\n' or '\r')) : text;
}
