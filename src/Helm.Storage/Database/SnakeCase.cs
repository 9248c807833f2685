using System.Text.Json;

namespace Helm.Storage.Database;

/// <summary>Column names that need no quotes in either database.</summary>
internal static class SnakeCase
{
    public static string Of(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
