using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Helm.Speech.Azure;

/// <summary>
/// A message of the speech WebSocket protocol: lines of headers, an empty line and a body; as a binary message the
/// length of the headers in two bytes, the headers and the body.
/// </summary>
internal sealed record UspMessage(string Path, string RequestId, string Body)
{
    private const string PathHeader = "Path";
    private const string RequestHeader = "X-RequestId";
    private const string HeadersEnd = "\r\n\r\n";

    public static byte[] Text(string path, string requestId, DateTimeOffset now, string json) =>
        Encoding.UTF8.GetBytes($"{Headers(path, requestId, now)}Content-Type: application/json; charset=utf-8\r\n\r\n{json}");

    /// <summary>Sound; the first one of a turn is the head of a WAV file, an empty one is the end.</summary>
    public static byte[] Sound(string requestId, DateTimeOffset now, ReadOnlySpan<byte> content, bool isHead = false)
    {
        var headers = Encoding.ASCII.GetBytes(
            $"{Headers("audio", requestId, now)}X-StreamId: 1\r\n{(isHead ? "Content-Type: audio/x-wav\r\n" : "")}");
        var message = new byte[sizeof(ushort) + headers.Length + content.Length];
        BinaryPrimitives.WriteUInt16BigEndian(message, (ushort)headers.Length);
        headers.CopyTo(message, sizeof(ushort));
        content.CopyTo(message.AsSpan(sizeof(ushort) + headers.Length));
        return message;
    }

    /// <summary>Reads a text message; null when it is none of the protocol.</summary>
    public static UspMessage? Read(ReadOnlySpan<byte> content)
    {
        var text = Encoding.UTF8.GetString(content);
        var end = text.IndexOf(HeadersEnd, StringComparison.Ordinal);
        if (end < 0)
        {
            return null;
        }

        var headers = text[..end].Split("\r\n")
            .Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries))
            .Where(header => header.Length == 2)
            .ToLookup(header => header[0], header => header[1], StringComparer.OrdinalIgnoreCase);
        return headers[PathHeader].FirstOrDefault() is { } path
            ? new UspMessage(path.ToLowerInvariant(), headers[RequestHeader].FirstOrDefault() ?? "", text[(end + HeadersEnd.Length)..])
            : null;
    }

    private static string Headers(string path, string requestId, DateTimeOffset now) =>
        $"{PathHeader}: {path}\r\n{RequestHeader}: {requestId}\r\nX-Timestamp: {now.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture)}\r\n";
}
