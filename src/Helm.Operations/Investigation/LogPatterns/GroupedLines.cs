using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Helm.Operations.Investigation.LogPatterns;

/// <summary>Lines in, a JSON line with its template for each out, in the order of input.</summary>
/// <remarks>Written when the input ends, because a later line can show that a word of an earlier one is a variable.</remarks>
public static class GroupedLines
{
    private const int Chunk = 1 << 16;

    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonEncodedText Line = JsonEncodedText.Encode("line");
    private static readonly JsonEncodedText Id = JsonEncodedText.Encode("template_id");
    private static readonly JsonEncodedText Template = JsonEncodedText.Encode("template");

    /// <summary>The number of lines and of templates.</summary>
    public static (int Lines, int Templates) Write(TextReader input, Stream output)
    {
        var miner = new TemplateMiner();
        var lines = new List<(string Text, int Pattern)>();
        while (input.ReadLine() is { } line)
        {
            lines.Add((line, miner.Add(line)));
        }

        var buffer = new ArrayBufferWriter<byte>(Chunk * 2);
        using var writer = new Utf8JsonWriter(buffer, Relaxed);
        var templates = new Dictionary<int, JsonEncodedText>();
        foreach (var (text, pattern) in lines)
        {
            var template = miner.TemplateOf(pattern);
            if (!templates.TryGetValue(template.Id, out var encoded))
            {
                templates[template.Id] = encoded = JsonEncodedText.Encode(template.Text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
            }

            Write(writer, text, template.Id, encoded);
            buffer.Write("\n"u8);
            Flush(buffer, output, Chunk);
        }

        Flush(buffer, output, 1);
        return (lines.Count, templates.Count);
    }

    private static void Write(Utf8JsonWriter writer, string line, int id, JsonEncodedText template)
    {
        writer.Reset();
        writer.WriteStartObject();
        writer.WriteString(Line, line);
        writer.WriteNumber(Id, id);
        writer.WriteString(Template, template);
        writer.WriteEndObject();
        writer.Flush();
    }

    private static void Flush(ArrayBufferWriter<byte> buffer, Stream output, int atLeast)
    {
        if (buffer.WrittenCount >= atLeast)
        {
            output.Write(buffer.WrittenSpan);
            buffer.ResetWrittenCount();
        }
    }
}
