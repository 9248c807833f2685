using System.Text.Json;

namespace Helm.Cli.Remote;

/// <summary>Reads fields of what the host answered.</summary>
internal static class JsonFields
{
    /// <summary>As text; <paramref name="otherwise"/> for what is not there or null.</summary>
    public static string Text(this JsonElement element, string name, string otherwise = "") =>
        element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.ToString() : otherwise;
}
