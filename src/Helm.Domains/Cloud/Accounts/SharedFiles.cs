using System.Text.Json;

namespace Helm.Domains.Cloud.Accounts;

/// <summary>Reads the files that the creating side shares; docs/aws.md has their schema.</summary>
internal static class SharedFiles
{
    public const string Credentials = "aws-credentials.json";
    public const string Environments = "environments.json";

    private static readonly JsonDocumentOptions Tolerant =
        new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>The environments of both files; where both say something, the credentials file stands.</summary>
    public static SharedEnvironments Read(string folder)
    {
        var found = new SharedEnvironments();
        ReadFile(Path.Combine(folder, Environments), found);
        ReadFile(Path.Combine(folder, Credentials), found);
        found.Spread();
        return found;
    }

    private static void ReadFile(string path, SharedEnvironments found)
    {
        if (!File.Exists(path))
        {
            return;
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path), Tolerant);
            new SharedFileReader(path, found).Read(document.RootElement);
        }
        catch (JsonException fault)
        {
            found.Problems.Add($"{path} is not valid JSON ({fault.Message.TrimEnd('.')}). Correct it or remove it.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            found.Problems.Add($"{path} cannot be read: {fault.Message}");
        }
    }
}

/// <summary>What the shared files say, and what is wrong with them.</summary>
internal sealed class SharedEnvironments
{
    public Dictionary<string, CloudEnvironmentOptions> ByName { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What a file says for all environments together.</summary>
    public CloudEnvironmentOptions Everywhere { get; } = new();

    public List<string> Problems { get; } = [];

    public void Spread()
    {
        foreach (var environment in ByName.Values)
        {
            environment.FillFrom(Everywhere);
        }
    }
}
