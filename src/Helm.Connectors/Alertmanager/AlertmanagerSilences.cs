using System.Globalization;
using System.Text.Json.Nodes;
using Helm.Operations.Alerts;

namespace Helm.Connectors.Alertmanager;

/// <summary>Alertmanager's silences, by the labels that Helm's alerts carry there.</summary>
internal sealed class AlertmanagerSilences(AlertmanagerClient client) : IOutsideSilences
{
    private const string Marked = "Helm ";

    public string Name => "alertmanager";

    public async Task<IReadOnlyList<OutsideSilence>> ListAsync(CancellationToken cancellation) =>
        [.. (await client.AskAsync(HttpMethod.Get, "silences", null, cancellation))!.AsArray().Select(one => Read(one!))];

    public Task AddAsync(Silence silence, string mark, CancellationToken cancellation) => client.AskAsync(
        HttpMethod.Post, "silences",
        new JsonObject
        {
            ["matchers"] = new JsonArray([.. Matchers(silence).Select(one => Matcher(one.Label, one.Value))]),
            ["startsAt"] = Time(silence.From),
            ["endsAt"] = Time(silence.Until),
            ["createdBy"] = $"{silence.By} (Helm)",
            ["comment"] = Marked + mark,
        },
        cancellation);

    public Task EndAsync(string id, CancellationToken cancellation) =>
        client.AskAsync(HttpMethod.Delete, $"silence/{Uri.EscapeDataString(id)}", null, cancellation);

    /// <summary>A silence of everything is one of everything that Helm tells.</summary>
    private static List<(string Label, string Value)> Matchers(Silence silence)
    {
        (string Label, string? Value)[] named =
        [
            ("environment", silence.Environment), ("domain", silence.Domain), ("resource", silence.Resource), ("severity", silence.Severity), ("issue_id", silence.IssueId),
        ];
        var given = named.Where(one => one.Value is not null).Select(one => (one.Label, one.Value!)).ToList();
        return given.Count > 0 ? given : [("source", "helm")];
    }

    private static JsonObject Matcher(string label, string value) => new() { ["name"] = label, ["value"] = value, ["isRegex"] = false, ["isEqual"] = true };

    private static OutsideSilence Read(JsonNode one)
    {
        var comment = (string?)one["comment"] ?? "";
        var mark = comment.StartsWith(Marked + "silence-", StringComparison.Ordinal) ? comment[Marked.Length..] : null;
        return new((string)one["id"]!, (string?)one["status"]?["state"] == "expired", mark, mark is null ? Understood(one) : null);
    }

    /// <summary>Null for what Helm cannot match exactly: it would silence more than was meant.</summary>
    private static Silence? Understood(JsonNode one)
    {
        var silence = new Silence { From = one["startsAt"]!.GetValue<DateTimeOffset>(), Until = one["endsAt"]!.GetValue<DateTimeOffset>(), By = "" };
        foreach (var matcher in one["matchers"]!.AsArray())
        {
            var isExact = (bool?)matcher!["isRegex"] == false && (bool?)matcher["isEqual"] != false;
            if (!isExact || With(silence, (string)matcher["name"]!, (string)matcher["value"]!) is not { } narrower)
            {
                return null;
            }

            silence = narrower;
        }

        return silence;
    }

    private static Silence? With(Silence silence, string label, string value) => label switch
    {
        "environment" or "env" => silence with { Environment = value },
        "domain" => silence with { Domain = value },
        "resource" or "service" => silence with { Resource = value },
        "severity" => silence with { Severity = value },
        "issue_id" => silence with { IssueId = value },
        "source" when value == "helm" => silence,
        _ => null,
    };

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
