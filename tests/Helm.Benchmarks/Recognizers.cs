using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Helm.Conversation.Recognition;
using Helm.Conversation.Recognition.Reading;

namespace Helm.Benchmarks;

/// <summary>How many of Microsoft's recogniser specification cases come out exactly (span text, type and resolution), and how fast.</summary>
internal static class Recognizers
{
    private static readonly (string File, RecognitionKind Kind)[] Models =
    [
        ("NumberModel", RecognitionKind.Number),
        ("OrdinalModel", RecognitionKind.Ordinal),
        ("PercentModel", RecognitionKind.Percentage),
        ("BooleanModel", RecognitionKind.Boolean),
        ("DateTimeModel", RecognitionKind.DateTime),
    ];

    public static int Run(string[] args)
    {
        if (args is not [var folder, ..] || !Directory.Exists(folder))
        {
            Console.Error.WriteLine("Name the folder with the specification cases (NumberModel.json, DateTimeModel.json and so on): recognizers FOLDER [--failures].");
            return 2;
        }

        foreach (var (file, kind) in Models.Where(model => File.Exists(Path.Combine(folder, model.File + ".json"))))
        {
            var cases = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, file + ".json")))!.AsArray();
            Measure(kind, [.. cases.Select(each => each!)], args.Contains("--failures"));
        }

        return 0;
    }

    private static void Measure(RecognitionKind kind, JsonNode[] cases, bool failures)
    {
        var right = 0;
        foreach (var each in cases)
        {
            var (wanted, got) = (Wanted(each), Got(kind, each));
            right += wanted == got ? 1 : 0;
            if (failures && wanted != got)
            {
                Console.WriteLine($"{each["Input"]}\n  wanted {wanted}\n  got    {got}");
            }
        }

        var clock = Stopwatch.StartNew();
        var rounds = Math.Max(1, 2000 / cases.Length);
        for (var round = 0; round < rounds; round++)
        {
            foreach (var each in cases)
            {
                Read(kind, each);
            }
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{kind,-10} {right}/{cases.Length} = {100.0 * right / cases.Length:0.0} %   {rounds * cases.Length / clock.Elapsed.TotalSeconds:0} inputs/s"));
    }

    private static IReadOnlyList<Recognised> Read(RecognitionKind kind, JsonNode each) =>
        Recognizer.Recognize(kind, each["Input"]!.ToString(), Reference(each));

    /// <summary>A case without a reference asks for nothing that depends on one.</summary>
    private static DateTime Reference(JsonNode each) =>
        each["Context"]?["ReferenceDateTime"] is { } text ? DateTime.Parse(text.ToString(), CultureInfo.InvariantCulture) : new DateTime(2020, 1, 1);

    private static string Wanted(JsonNode each) =>
        string.Join('\n', each["Results"]!.AsArray().Select(result => Line(result!["Text"]!.ToString(), Type(result), result["Resolution"])));

    /// <summary>The specification spells the name of the field in two ways.</summary>
    private static string Type(JsonNode result) => (result["TypeName"] ?? result["Typename"])?.ToString() ?? "";

    private static string Got(RecognitionKind kind, JsonNode each) =>
        string.Join('\n', Read(kind, each).Select(found => Line(found.Text, found.Type, JsonSerializer.SerializeToNode(found.Resolution))));

    private static string Line(string text, string type, JsonNode? resolution) => $"[{text.ToLowerInvariant()}] {type} {Sorted(resolution)}";

    private static string Sorted(JsonNode? node) => node switch
    {
        null => "null",
        JsonArray list => "[" + string.Join(" | ", list.Select(Sorted)) + "]",
        JsonObject fields => "{" + string.Join(' ', fields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => field.Key + "=" + Sorted(field.Value))) + "}",
        _ => node.ToString(),
    };
}
