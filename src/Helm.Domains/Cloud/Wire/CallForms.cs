using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;

namespace Helm.Domains.Cloud.Wire;

/// <summary>Builds calls in the shapes that AWS's protocols have.</summary>
internal static class CallForms
{
    /// <summary>JSON 1.0 and 1.1: one object to the root, the operation in a header.</summary>
    public static AwsCall Json(this AwsService service, string operation, Action<Utf8JsonWriter> members, bool mutates = false) =>
        new(service, operation) { Body = JsonObject(members), Mutates = mutates };

    /// <summary>Query: a form with Action and Version.</summary>
    public static AwsCall Form(
        this AwsService service, string operation, IEnumerable<(string Name, string? Value)> fields, bool mutates = false)
    {
        var body = new StringBuilder($"Action={operation}&Version={service.Version}");
        foreach (var (name, value) in fields.Where(field => field.Value is not null))
        {
            body.Append(CultureInfo.InvariantCulture, $"&{WebUtility.UrlEncode(name)}={Uri.EscapeDataString(value!)}");
        }

        return new AwsCall(service, operation)
        {
            Body = Encoding.UTF8.GetBytes(body.ToString()),
            ContentType = "application/x-www-form-urlencoded; charset=utf-8",
            Mutates = mutates,
        };
    }

    public static byte[] JsonObject(Action<Utf8JsonWriter> members)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    /// <summary>Writes a member unless there is nothing to write.</summary>
    public static void WriteOptional(this Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    public static void WriteStrings(this Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
