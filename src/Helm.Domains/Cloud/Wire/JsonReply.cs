using System.Text.Json;

namespace Helm.Domains.Cloud.Wire;

/// <summary>Reads the JSON protocols: some services write names in camel case, some do not.</summary>
internal static class JsonReply
{
    private static readonly JsonSerializerOptions AnyCase = new() { PropertyNameCaseInsensitive = true };

    public static T Json<T>(this AwsReply reply) =>
        JsonSerializer.Deserialize<T>(reply.Body.Span, AnyCase) ?? throw new JsonException("The answer is null.");
}
