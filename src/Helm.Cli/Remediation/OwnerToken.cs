using System.CommandLine;
using Helm.Cli.Remote;
using Helm.Host.Listening;
using Helm.Host.Security;

namespace Helm.Cli.Remediation;

/// <summary>The token by which the owner of a host is known, for what changes something.</summary>
internal static class OwnerToken
{
    private const string Usual = ".helm/token";

    public static Option<string?> Option() => new("--token-file")
    {
        Description = "The host's token file, which only its user can read; HELM_TOKEN_FILE, or .helm/token, when not given.",
    };

    /// <exception cref="CommandFailedException">There is no such file, or it may not be read.</exception>
    public static HostClient Connect(Uri url, string? file)
    {
        var path = new[] { file, Environment.GetEnvironmentVariable("HELM_TOKEN_FILE") }.FirstOrDefault(named => !string.IsNullOrWhiteSpace(named)) ?? Usual;
        try
        {
            return new(url, TokenFile.Read(path));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or StartRefusedException)
        {
            throw new CommandFailedException($"The token file {path} cannot be read: {fault.Message} Name the host's own with --token-file or HELM_TOKEN_FILE; the demo prints where its file is.");
        }
    }
}
