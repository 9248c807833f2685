using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Helm.Domains.Cloud.Wire;

/// <summary>Reads the XML protocols by local names: their namespaces carry versions and nothing else.</summary>
internal static class XmlReply
{
    private static readonly XmlReaderSettings Strict =
        new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    public static XElement Parse(ReadOnlyMemory<byte> body)
    {
        using var reader = XmlReader.Create(new MemoryStream(body.ToArray(), writable: false), Strict);
        return XElement.Load(reader);
    }

    /// <summary>All items <c>item</c> of the lists called <c>list</c>: DBInstances/DBInstance.</summary>
    public static IEnumerable<XElement> Items(this XElement root, string list, string item) =>
        root.Descendants().Where(element => element.Name.LocalName == list)
            .SelectMany(element => element.Elements().Where(child => child.Name.LocalName == item));

    public static XElement? Child(this XElement element, string name) =>
        element.Elements().FirstOrDefault(child => child.Name.LocalName == name);

    public static string? Text(this XElement element, string name) =>
        element.Child(name)?.Value is { Length: > 0 } text ? text : null;

    public static string Required(this XElement element, string name) =>
        element.Text(name) ?? throw new FormatException($"{element.Name.LocalName} has no {name}.");

    public static long? Number(this XElement element, string name) =>
        long.TryParse(element.Text(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    public static DateTimeOffset? Time(this XElement element, string name) =>
        DateTimeOffset.TryParse(
            element.Text(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : null;

    /// <summary>The token of the next page wherever the answer has it.</summary>
    public static string? Marker(this XElement root, string name = "Marker") =>
        root.Descendants().FirstOrDefault(element => element.Name.LocalName == name)?.Value is { Length: > 0 } marker
            ? marker
            : null;
}
