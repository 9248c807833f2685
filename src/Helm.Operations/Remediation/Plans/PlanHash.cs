using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;

namespace Helm.Operations.Remediation.Plans;

/// <summary>The hash that an approval names: over everything that a plan would do, in one canonical form of JSON.</summary>
/// <remarks>Members in a fixed order, parameters sorted, no white space, times in UTC: the same plan always gives the same bytes.</remarks>
public static class PlanHash
{
    public static string Of(RemediationPlan plan) => Convert.ToHexStringLower(SHA256.HashData(Canonical(plan)));

    internal static byte[] Canonical(RemediationPlan plan)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("plan", plan.Id);
            json.WriteString("environment", plan.Environment);
            json.WriteString("issue", plan.IssueId);
            json.WriteString("level", plan.Level.ToString());
            json.WriteString("requested_by", plan.RequestedBy.PersonId);
            json.WriteString("conversation", plan.RequestedBy.Conversation);
            json.WriteString("expires_at", plan.ExpiresAt.UtcDateTime);
            json.WriteStartArray("actions");
            foreach (var action in plan.Actions)
            {
                Write(json, action);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter json, PlannedAction action)
    {
        json.WriteStartObject();
        json.WriteString("action", action.Action);
        json.WriteString("type", action.Target.Type);
        json.WriteString("target", action.Target.Name);
        json.WriteString("environment", action.Target.Environment);
        json.WriteString("arn", action.Target.Arn);
        json.WriteStartObject("parameters");
        foreach (var (name, value) in action.Parameters.OrderBy(parameter => parameter.Key, StringComparer.Ordinal))
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
        json.WriteString("effect", action.Effect);
        json.WriteString("level", action.Level.ToString());
        json.WriteEndObject();
    }
}
