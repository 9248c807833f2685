using Helm.Cli.Remote;

namespace Helm.Cli.Analysis;

/// <summary>A file that was named, or standard input.</summary>
internal static class InputText
{
    public static TextReader Open(string? file)
    {
        if (file is null or "-")
        {
            return new StreamReader(Console.OpenStandardInput(), bufferSize: 1 << 16);
        }

        try
        {
            return new StreamReader(file);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailedException($"{file} cannot be read: {unreadable.Message} Name a file that exists, or send the text to standard input.");
        }
    }
}
