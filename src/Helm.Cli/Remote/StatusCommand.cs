using System.CommandLine;

namespace Helm.Cli.Remote;

/// <summary><c>heyhelm status --env prod</c>.</summary>
internal static class StatusCommand
{
    public static Command Create()
    {
        var (url, format, environment, domain) = (RemoteOptions.Url(), RemoteOptions.Format(), RemoteOptions.Environment_(), RemoteOptions.Domain());
        var command = new Command("status", "How everything is, in a few words.") { url, format, environment, domain };
        command.Does(async (parsed, cancellation) =>
        {
            using var host = new HostClient(parsed.GetRequiredValue(url));
            var query = RemoteOptions.Query(
                ("environment", parsed.GetValue(environment)), ("domain", parsed.GetValue(domain)), ("format", parsed.GetRequiredValue(format)));
            Console.WriteLine(await host.GetTextAsync("api/status" + query, cancellation));
            return 0;
        });
        return command.WithExamples("Example:\n  heyhelm status --env prod --format json");
    }
}
