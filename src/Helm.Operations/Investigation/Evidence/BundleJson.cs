using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Helm.Operations.Investigation.Evidence;

/// <summary>The one way in which bundles and reports are written, so that equal means equal byte by byte.</summary>
public static class BundleJson
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    private static JsonSerializerOptions Compact { get; } = new(Options) { WriteIndented = false };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static string WriteCompact<T>(T value) => JsonSerializer.Serialize(value, Compact);

    /// <exception cref="InvalidDataException">It is no bundle, or a result is not the one that was hashed.</exception>
    public static EvidenceBundle ReadBundle(string json)
    {
        try
        {
            var bundle = JsonSerializer.Deserialize<EvidenceBundle>(json, Options)
                ?? throw new InvalidDataException("The evidence bundle is empty.");
            return bundle.Queries.FirstOrDefault(query => query.Sha256 != HashOf(query.Result)) is { } changed
                ? throw new InvalidDataException($"The result of {changed.Id} ({changed.Asked}) is not the one that was hashed: the bundle was changed.")
                : bundle;
        }
        catch (JsonException wrong)
        {
            throw new InvalidDataException($"This is no evidence bundle: {wrong.Message}", wrong);
        }
    }

    public static QueryRecord Record(string id, string asked, QueryResult result, string? problem = null) =>
        new(id, asked, result, HashOf(result), problem);

    public static string HashOf(QueryResult result) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(result, Compact)));
}
