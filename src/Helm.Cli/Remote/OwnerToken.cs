namespace Helm.Cli.Remote;

/// <summary>The token of the host on this machine, for those who can read its file.</summary>
internal static class OwnerToken
{
    /// <summary>From the file that HELM_TOKEN_FILE names, else <c>.helm/token</c>; null where there is none, and then only questions may be asked.</summary>
    public static string? Find()
    {
        var file = Environment.GetEnvironmentVariable("HELM_TOKEN_FILE") ?? Path.Combine(".helm", "token");
        try
        {
            return File.Exists(file) ? File.ReadAllText(file).Trim() : null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailedException($"The token file {file} cannot be read: {problem.Message}");
        }
    }
}
