using System.Text.Json;
using Helm.Operations.Investigation.Evidence;

namespace Helm.Operations.Investigation.Cases;

/// <summary>Reads what a case is about: an alert of our own, of Alertmanager, of CloudWatch or the like.</summary>
internal static class AlertReader
{
    private static readonly string[] Titles = ["title", "alertname", "summary", "description", "message", "symptom", "name", "alarmname", "reason"];

    /// <summary>Without a file nothing is told about the alert.</summary>
    public static Subject Read(string file)
    {
        if (!File.Exists(file))
        {
            return new();
        }

        var root = CaseJson.Read(file);
        root = root.ValueKind == JsonValueKind.Array && root.GetArrayLength() > 0 ? root[0] : root;
        root = CaseFields.Find(root, ["alert", "alerts", "alarm"]) switch
        {
            { ValueKind: JsonValueKind.Array } several when several.GetArrayLength() > 0 => several[0],
            { ValueKind: JsonValueKind.Object } inner => inner,
            _ => root,
        };
        var notes = CaseFields.Find(root, ["annotations"]) ?? root;
        return new()
        {
            Component = CaseFields.Component(root) ?? "",
            Symptom = Redaction.Redact(CaseFields.Text(root, Titles) ?? CaseFields.Text(notes, Titles) ?? ""),
            Indicator = CaseFields.Text(root, ["metric", "metricname", "indicator"]) ?? "",
            Environment = CaseFields.Text(root, ["environment", "env"]) ?? "",
            Since = CaseFields.Time(root),
        };
    }
}
