using System.Text;
using Helm.PracticeCloud.Wire;

namespace Helm.PracticeCloud.Identity;

/// <summary>The text that Signature Version 4 signs, made from a request as it was received.</summary>
internal static class CanonicalRequest
{
    public static string Of(ReceivedRequest request, Authorization authorization, string payloadHash)
    {
        var text = new StringBuilder(512);
        text.Append(request.Method).Append('\n')
            .Append(Path(request.Path, authorization.Service)).Append('\n')
            .Append(Query(request)).Append('\n');
        foreach (var name in authorization.SignedHeaders)
        {
            text.Append(name).Append(':').Append(Header(request, name)).Append('\n');
        }

        return text.Append('\n').AppendJoin(';', authorization.SignedHeaders).Append('\n').Append(payloadHash).ToString();
    }

    // Every service but S3 encodes the path, which is already encoded, once more.
    private static string Path(string raw, string service) =>
        service == "s3" ? raw : string.Join('/', raw.Split('/').Select(Encode));

    private static string Query(ReceivedRequest request) => string.Join('&', request.QueryPairs()
        .Select(pair => (Name: Encode(pair.Key), Value: Encode(pair.Value)))
        .OrderBy(pair => pair.Name, StringComparer.Ordinal).ThenBy(pair => pair.Value, StringComparer.Ordinal)
        .Select(pair => $"{pair.Name}={pair.Value}"));

    private static string Encode(string text) => Uri.EscapeDataString(text);

    private static string Header(ReceivedRequest request, string name)
    {
        var values = request.Headers[name].Select(value => string.Join(' ', (value ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        return string.Join(',', values);
    }
}
