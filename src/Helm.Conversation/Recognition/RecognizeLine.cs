using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Helm.Conversation.Recognition.Reading;

namespace Helm.Conversation.Recognition;

/// <summary>One JSON line in, one JSON line out: the edge of <c>heyhelm recognize</c>.</summary>
public static class RecognizeLine
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The kinds by the names that the command takes.</summary>
    public static IReadOnlyDictionary<string, RecognitionKind> Kinds { get; } = new Dictionary<string, RecognitionKind>
    {
        ["number"] = RecognitionKind.Number,
        ["ordinal"] = RecognitionKind.Ordinal,
        ["percentage"] = RecognitionKind.Percentage,
        ["boolean"] = RecognitionKind.Boolean,
        ["datetime"] = RecognitionKind.DateTime,
    };

    /// <param name="line">What was read: <c>{"id","input","reference"?}</c>.</param>
    /// <param name="kind">What to look for.</param>
    /// <param name="now">The reference of a line that names none.</param>
    /// <param name="understood">False where the answer is an error.</param>
    public static string Process(string line, RecognitionKind kind, DateTime now, out bool understood)
    {
        understood = false;
        JsonNode? id = null;
        try
        {
            using var read = JsonDocument.Parse(line);
            id = Id(read.RootElement);
            var answer = Answer(id, Recognizer.Recognize(kind, Input(read.RootElement), Reference(read.RootElement) ?? now));
            understood = true;
            return answer;
        }
        catch (JsonException)
        {
            return Error(id, "This line is not JSON. Write {\"id\":\"1\",\"input\":\"twenty percent\"} on one line.");
        }
        catch (FormatException problem)
        {
            return Error(id, problem.Message);
        }
    }

    private static JsonNode? Id(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty("id", out var id) ? JsonNode.Parse(id.GetRawText()) : null;

    private static string Input(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty("input", out var input) && input.ValueKind == JsonValueKind.String
            ? input.GetString()!
            : throw new FormatException("The line has no text to read. Give it as \"input\", a string.");

    /// <summary>A reference with an offset counts by the clock on the speaker's wall: the offset is not applied.</summary>
    private static DateTime? Reference(JsonElement root)
    {
        if (!root.TryGetProperty("reference", out var reference) || reference.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        return reference.ValueKind == JsonValueKind.String
            && DateTimeOffset.TryParse(reference.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment.DateTime
            : throw new FormatException("The reference is no date and time. Write it as \"2026-05-01T09:00:00\".");
    }

    private static string Answer(JsonNode? id, IReadOnlyList<Recognised> found)
    {
        var results = new JsonArray([.. found.Select(each => (JsonNode)new JsonObject
        {
            ["text"] = each.Text,
            ["start"] = each.Start,
            ["end"] = each.End,
            ["type"] = each.Type,
            ["resolution"] = JsonSerializer.SerializeToNode(each.Resolution, Plain),
        })]);
        return new JsonObject { ["id"] = id, ["results"] = results }.ToJsonString(Plain);
    }

    private static string Error(JsonNode? id, string problem) =>
        new JsonObject { ["id"] = id, ["error"] = problem }.ToJsonString(Plain);
}
