using System.Text;
using System.Text.Json;

namespace Helm.Cli.Remediation;

/// <summary>Plans for a terminal.</summary>
internal static class PlanText
{
    /// <summary>rem-001  pending  prod  infra-001  raise max_connections …</summary>
    public static string Line(JsonElement plan)
    {
        var outcome = plan.GetProperty("outcome").GetString();
        return $"{Text(plan, "plan_id"),-8} {Text(plan, "status"),-10} {Text(plan, "environment"),-8} {Text(plan, "issue_id") ?? "-",-10} {string.Join("; ", Effects(plan))}{(outcome is null ? "" : $"\n         {outcome}")}";
    }

    public static string Whole(JsonElement plan)
    {
        var text = new StringBuilder();
        text.AppendLine(Line(plan));
        foreach (var action in plan.GetProperty("actions").EnumerateArray())
        {
            text.AppendLine($"  {Text(action, "effect")} (risk {Text(action, "risk")}, downtime {Text(action, "downtime")}, undo: {Text(action, "undo") ?? "none"})");
            foreach (var also in action.GetProperty("blast_radius").EnumerateArray())
            {
                text.AppendLine($"    {also.GetString()}");
            }
        }

        text.Append($"  hash {Text(plan, "plan_hash")}, expires {Text(plan, "expires_at")}");
        if (Text(plan, "challenge") is { } words)
        {
            text.AppendLine().Append($"  To approve, give these words: {words}");
        }

        return text.ToString();
    }

    private static IEnumerable<string?> Effects(JsonElement plan) => plan.GetProperty("actions").EnumerateArray().Select(action => Text(action, "effect"));

    private static string? Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
