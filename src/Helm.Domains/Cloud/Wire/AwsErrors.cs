using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;

namespace Helm.Domains.Cloud.Wire;

/// <summary>Reads error answers of every protocol. Proxies answer with HTML: whatever comes, nothing throws.</summary>
internal static class AwsErrors
{
    private const int LongestMessage = 500;

    /// <summary>Everything that AWS calls throttling, over all services.</summary>
    public static IReadOnlySet<string> Throttles { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "Throttling", "ThrottlingException", "ThrottledException", "RequestThrottledException", "RequestThrottled",
        "TooManyRequestsException", "RequestLimitExceeded", "LimitExceededException", "SlowDown",
    };

    /// <summary>The code, empty when the answer has none, and the message.</summary>
    public static (string Code, string Message) Read(ReadOnlyMemory<byte> body, Func<string, string?> header)
    {
        var (code, message) = FromBody(body.Span.TrimStart(" \r\n\t"u8), body);
        return (FromHeader(header) ?? code, Shorten(message));
    }

    private static (string Code, string Message) FromBody(ReadOnlySpan<byte> start, ReadOnlyMemory<byte> body)
    {
        try
        {
            return start switch
            {
                [(byte)'{', ..] => FromJson(body),
                [(byte)'<', ..] => FromXml(body),
                _ => ("", Encoding.UTF8.GetString(body.Span)),
            };
        }
        catch (Exception fault) when (fault is JsonException or XmlException or InvalidOperationException)
        {
            return ("", "The error has no readable body.");
        }
    }

    // x-amzn-ErrorType may carry a URL after a colon; x-amzn-query-error is "Code;Sender".
    private static string? FromHeader(Func<string, string?> header) =>
        header("x-amzn-query-error")?.Split(';')[0] is { Length: > 0 } query ? query
        : header("x-amzn-ErrorType") is { Length: > 0 } type ? Plain(type)
        : null;

    private static (string Code, string Message) FromJson(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body);
        var error = document.RootElement;
        return (Plain(Text(error, "__type") ?? Text(error, "code") ?? ""),
            Text(error, "message") ?? Text(error, "Message") ?? "");
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static (string Code, string Message) FromXml(ReadOnlyMemory<byte> body)
    {
        var root = XmlReply.Parse(body);
        var error = root.DescendantsAndSelf().FirstOrDefault(element => element.Name.LocalName == "Error");
        return error is null
            ? ("", "The answer is a page, not an error of AWS.")
            : (Child(error, "Code"), Child(error, "Message"));
    }

    private static string Child(XElement error, string name) =>
        error.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value ?? "";

    // "com.amazonaws.lambda#TooManyRequestsException:http://…" is TooManyRequestsException.
    private static string Plain(string type) => type.Split(':')[0].Split('#')[^1];

    private static string Shorten(string message) =>
        message.Length <= LongestMessage ? message : message[..LongestMessage] + "…";
}
