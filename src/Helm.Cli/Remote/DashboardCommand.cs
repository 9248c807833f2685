using System.CommandLine;

namespace Helm.Cli.Remote;

/// <summary><c>heyhelm dashboard --env prod</c>.</summary>
internal static class DashboardCommand
{
    public static Command Create()
    {
        var (url, format, environment, domain) = (RemoteOptions.Url(), RemoteOptions.Format(), RemoteOptions.Environment_(), RemoteOptions.Domain());
        var command = new Command("dashboard", "Everything at a glance.") { url, format, environment, domain };
        command.Does(async (parsed, cancellation) =>
        {
            using var host = new HostClient(parsed.GetRequiredValue(url));
            var query = RemoteOptions.Query(
                ("environment", parsed.GetValue(environment)), ("domain", parsed.GetValue(domain)), ("format", parsed.GetRequiredValue(format)));
            Console.WriteLine(await host.GetTextAsync("api/dashboard" + query, cancellation));
            return 0;
        });
        return command.WithExamples("Example:\n  heyhelm dashboard --env prod --format json");
    }
}
