namespace Helm.Operations.Settings;

/// <summary>Resolves secrets that configuration only refers to: <c>env:NAME</c> or <c>file:PATH</c>.</summary>
public static class SecretReference
{
    /// <summary>The secret behind a reference; text that is no reference is returned as it is.</summary>
    /// <exception cref="InvalidOperationException">The variable or the file is not there; the message names it, never the secret.</exception>
    public static string Resolve(string text) => text switch
    {
        _ when text.StartsWith("env:", StringComparison.Ordinal) => FromEnvironment(text[4..]),
        _ when text.StartsWith("file:", StringComparison.Ordinal) => FromFile(text[5..]),
        _ => text,
    };

    private static string FromEnvironment(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value
            ? value
            : throw new InvalidOperationException(
                $"The environment variable {name}, which the configuration refers to as env:{name}, is not set. Set it before the start.");

    private static string FromFile(string path)
    {
        try
        {
            return File.ReadAllText(path).Trim();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException(
                $"The file {path}, which the configuration refers to as file:{path}, cannot be read: {exception.Message}",
                exception);
        }
    }
}
