using System.Text.Json;

namespace Helm.Operations.Investigation.Signals;

/// <summary>Reads a data file that comes along with the program.</summary>
internal static class DataFile
{
    public static T Read<T>(string file, JsonSerializerOptions options)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllText(file), options) ?? throw new InvalidDataException($"{file} is empty.");
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new InvalidDataException($"{file} cannot be used: {wrong.Message}", wrong);
        }
    }
}
