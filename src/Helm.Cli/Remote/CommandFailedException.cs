namespace Helm.Cli.Remote;

/// <summary>Ends a command with a sentence for the user and exit code 1.</summary>
internal sealed class CommandFailedException(string message) : Exception(message);
