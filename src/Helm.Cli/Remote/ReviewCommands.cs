using System.CommandLine;
using System.Text.Json;

namespace Helm.Cli.Remote;

/// <summary><c>heyhelm postmortem infra-001</c> and <c>heyhelm report</c>: looking back.</summary>
internal static class ReviewCommands
{
    private static readonly (string Field, string Title, string Unit)[] Lines =
    [
        ("mttr_minutes", "Mean time to resolution", " minutes"),
        ("mtta_minutes", "Mean time to acknowledgement", " minutes"),
        ("auto_resolved_percent", "Resolved without anybody", "%"),
        ("mends_that_helped_percent", "Mends that helped", "%"),
        ("escalation_accuracy_percent", "Escalations that needed people", "%"),
    ];

    public static Command PostMortem()
    {
        var (id, url) = (new Argument<string>("id") { Description = "An issue, open or resolved." }, RemoteOptions.Url());
        var output = new Option<FileInfo?>("--out") { Description = "Writes it to this file instead; one that is there is not replaced." };
        var command = new Command("postmortem", "Drafts the post-mortem of an incident in Markdown, from what was recorded.") { id, url, output };
        command.Does(async (parsed, cancellation) =>
        {
            using var host = new HostClient(parsed.GetRequiredValue(url), OwnerToken.Find());
            var text = await host.GetTextAsync($"api/issues/{Uri.EscapeDataString(parsed.GetRequiredValue(id))}/postmortem", cancellation);
            if (parsed.GetValue(output) is { } file)
            {
                await WriteAsync(file, text, cancellation);
            }
            else
            {
                Console.Write(text);
            }

            return 0;
        });
        return command.WithExamples("Examples:\n  heyhelm postmortem infra-001\n  heyhelm postmortem infra-001 --out post-mortem.md");
    }

    public static Command Report()
    {
        var (url, environment) = (RemoteOptions.Url(), RemoteOptions.Environment_());
        var days = new Option<int>("--days") { Description = "How far back: 1 to 365.", DefaultValueFactory = _ => 30 };
        var format = new Option<string>("--format") { Description = "How to print it.", DefaultValueFactory = _ => "text" }.AcceptOnlyFromAmong("text", "json");
        var command = new Command("report", "How well operations went: MTTR, MTTA, what needed nobody, mends that helped, escalations that needed people.") { url, environment, days, format };
        command.Does(async (parsed, cancellation) =>
        {
            using var host = new HostClient(parsed.GetRequiredValue(url), OwnerToken.Find());
            var query = RemoteOptions.Query(("environment", parsed.GetValue(environment)), ("days", FormattableString.Invariant($"{parsed.GetValue(days)}")));
            var report = await host.GetJsonAsync("api/report" + query, cancellation);
            if (parsed.GetRequiredValue(format) == "json")
            {
                Console.WriteLine(JsonSerializer.Serialize(report, CliJson.Indented));
                return 0;
            }

            Console.WriteLine($"From {report.Text("from")} to {report.Text("to")}: {report.Text("opened")} issues opened, {report.Text("resolved")} resolved.");
            foreach (var (field, title, unit) in Lines)
            {
                Console.WriteLine($"  {title + ":",-32} {(report.Text(field) is { Length: > 0 } value ? value + unit : "not known")}");
            }

            return 0;
        });
        return command.WithExamples("Examples:\n  heyhelm report\n  heyhelm report --env prod --days 7 --format json");
    }

    private static async Task WriteAsync(FileInfo file, string text, CancellationToken cancellation)
    {
        try
        {
            await using var stream = new StreamWriter(new FileStream(file.FullName, FileMode.CreateNew));
            await stream.WriteAsync(text.AsMemory(), cancellation);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailedException($"{file.FullName} could not be written: {problem.Message}");
        }
    }
}
