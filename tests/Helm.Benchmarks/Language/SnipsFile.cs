using System.Text;
using System.Text.Json;
using Helm.Conversation.Tagging;

namespace Helm.Benchmarks.Language;

/// <summary>A sentence of SNIPS: its pieces become words with tags.</summary>
internal sealed record SnipsLine(string Text, TaggedSentence Tagged)
{
    public string Intent => Tagged.Label;
}

/// <summary>Reads the files of SNIPS; some are Latin-1, most are UTF-8.</summary>
internal static class SnipsFile
{
    public static List<SnipsLine> ReadAll(string folder, string files) =>
        [.. Directory.GetFiles(folder, files).Order(StringComparer.Ordinal).SelectMany(Read)];

    private static List<SnipsLine> Read(string file)
    {
        using var document = JsonDocument.Parse(Text(File.ReadAllBytes(file)));
        var intent = document.RootElement.EnumerateObject().First();

        return [.. intent.Value.EnumerateArray().Select(line => Line(intent.Name, line.GetProperty("data")))];
    }

    private static string Text(byte[] bytes)
    {
        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }

    private static SnipsLine Line(string intent, JsonElement pieces)
    {
        var (text, words, tags) = (new StringBuilder(), new List<string>(), new List<string>());
        foreach (var piece in pieces.EnumerateArray())
        {
            var part = piece.GetProperty("text").GetString()!;
            var slot = piece.TryGetProperty("entity", out var entity) ? entity.GetString() : null;
            text.Append(part);
            var begin = Chunk.Begins;
            foreach (var word in Words(part))
            {
                words.Add(word);
                tags.Add(slot is null ? Chunk.Outside : begin + slot);
                begin = Chunk.GoesOn;
            }
        }

        return new SnipsLine(text.ToString(), new TaggedSentence(intent, words, tags));
    }

    /// <summary>Runs of letters and digits, and each other character by itself.</summary>
    private static IEnumerable<string> Words(string text)
    {
        for (int at = 0, next; at < text.Length; at = next)
        {
            next = at + 1;
            while (char.IsLetterOrDigit(text[at]) && next < text.Length && char.IsLetterOrDigit(text[next]))
            {
                next++;
            }

            if (!char.IsWhiteSpace(text[at]))
            {
                yield return text[at..next];
            }
        }
    }
}
