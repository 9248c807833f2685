using System.CommandLine;
using System.Globalization;

namespace Helm.Cli.Remote;

/// <summary><c>heyhelm issues --top 5</c>, <c>heyhelm issues infra-001</c>.</summary>
internal static class IssuesCommand
{
    public static Command Create()
    {
        var id = new Argument<string?>("id") { Description = "One issue, whole, as JSON.", Arity = ArgumentArity.ZeroOrOne };
        var (url, format, environment, domain) = (RemoteOptions.Url(), RemoteOptions.Format(), RemoteOptions.Environment_(), RemoteOptions.Domain());
        var severity = new Option<string?>("--severity") { Description = "critical, high, medium or low." };
        var top = new Option<int?>("--top") { Description = "How many, the most urgent first." };
        var command = new Command("issues", "What is wrong, the most urgent first.")
        {
            id, url, format, environment, domain, severity, top,
        };
        command.Does(async (parsed, cancellation) =>
        {
            using var host = new HostClient(parsed.GetRequiredValue(url));
            var path = parsed.GetValue(id) is { } one
                ? "api/issues/" + Uri.EscapeDataString(one)
                : "api/issues" + RemoteOptions.Query(
                    ("environment", parsed.GetValue(environment)), ("domain", parsed.GetValue(domain)), ("severity", parsed.GetValue(severity)),
                    ("top", parsed.GetValue(top)?.ToString(CultureInfo.InvariantCulture)), ("format", parsed.GetRequiredValue(format)));
            Console.WriteLine(await host.GetTextAsync(path, cancellation));
            return 0;
        });
        return command.WithExamples("Examples:\n  heyhelm issues --top 5 --severity critical\n  heyhelm issues infra-001");
    }
}
