using System.Text.Json;
using System.Text.Json.Nodes;

namespace Helm.Speech.Wyoming;

/// <summary>What a server offers for a stage.</summary>
/// <param name="Others">The stages that it has something for.</param>
internal sealed record WyomingOffer(string Program, IReadOnlyList<WyomingModel> Models, string Others)
{
    private static readonly string[] Stages = ["asr", "tts", "wake", "handle", "intent"];

    public static WyomingOffer Of(WyomingEvent info, string stage)
    {
        var programs = Programs(info.Data, stage).ToList();
        var others = Stages.Where(other => Programs(info.Data, other).Any());
        return new WyomingOffer(
            programs.Select(program => Text(program, "name")).FirstOrDefault(name => name is not null) ?? "a server",
            // The protocol's document calls the voices of a tts service models; its programs say voices.
            [.. programs.SelectMany(program => Objects(program["models"]).Concat(Objects(program["voices"]))).Where(IsInstalled).Select(Model)],
            string.Join(", ", others.DefaultIfEmpty("nothing")));
    }

    private static IEnumerable<JsonObject> Programs(JsonObject info, string stage) => Objects(info[stage]);

    private static IEnumerable<JsonObject> Objects(JsonNode? list) => (list as JsonArray)?.OfType<JsonObject>() ?? [];

    private static bool IsInstalled(JsonObject model) => model["installed"] is not JsonValue value || value.GetValueKind() != JsonValueKind.False;

    private static WyomingModel Model(JsonObject model) => new(
        Text(model, "name") ?? "",
        Text(model, "description"),
        [.. (model["languages"] as JsonArray)?.OfType<JsonValue>().Where(value => value.GetValueKind() == JsonValueKind.String).Select(value => value.GetValue<string>()) ?? []]);

    private static string? Text(JsonObject model, string name) =>
        model[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
}

/// <summary>A model or voice of a server.</summary>
internal sealed record WyomingModel(string Name, string? Description, IReadOnlyList<string> Languages);
