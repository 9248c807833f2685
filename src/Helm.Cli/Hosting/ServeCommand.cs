using System.CommandLine;
using Helm.Cli.Remote;
using Helm.Host;
using Helm.Host.Listening;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Helm.Cli.Hosting;

/// <summary><c>heyhelm serve</c>: the host with your own settings.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var config = new Option<FileInfo?>("--config") { Description = "Settings; ./appsettings.json when not given. Environment variables such as Helm__Host__Url win." };
        var command = new Command("serve", "Helm with your own settings (see appsettings.example.json), until it is stopped.") { config };
        command.Does(async (parsed, cancellation) =>
        {
            var file = parsed.GetValue(config);
            if (file is { Exists: false })
            {
                throw new CommandFailedException($"There is no settings file {file.FullName}. Copy appsettings.example.json there and change it.");
            }

            try
            {
                await using var host = HelmHost.Build([], settings: configuration => AddSettings(configuration, file));
                await host.RunAsync(cancellation);
                return 0;
            }
            catch (Exception problem) when (StartProblem.Explain(problem) is { } explained)
            {
                throw new CommandFailedException(explained);
            }
        });
        return command.WithExamples("Example:\n  heyhelm serve --config /etc/helm/appsettings.json");
    }

    private static void AddSettings(ConfigurationManager configuration, FileInfo? file)
    {
        if (file is not null)
        {
            configuration.AddJsonFile(file.FullName, optional: false).AddEnvironmentVariables();
        }
    }
}
