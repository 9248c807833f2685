using System.Xml;
using System.Xml.Linq;

namespace Helm.Speech.Tests.Azure;

/// <summary>What an SSML document says; null when the service would refuse it.</summary>
internal static class SsmlText
{
    private static readonly XNamespace Ssml = "http://www.w3.org/2001/10/synthesis";
    private static readonly string[] Known = ["speak", "voice", "prosody", "p", "s", "say-as", "break"];

    public static string? Of(string document)
    {
        try
        {
            var speak = XDocument.Parse(document).Root!;
            return speak.Name == Ssml + "speak" && (string?)speak.Attribute("version") == "1.0"
                && speak.Descendants().All(element => element.Name.Namespace == Ssml && Known.Contains(element.Name.LocalName))
                && speak.Elements(Ssml + "voice").Count() == 1
                    ? string.Join(' ', speak.Descendants(Ssml + "s").DefaultIfEmpty(speak).Select(sentence => sentence.Value))
                    : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
