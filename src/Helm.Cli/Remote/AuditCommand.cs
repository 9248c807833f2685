using System.CommandLine;
using System.Text.Json;

namespace Helm.Cli.Remote;

/// <summary><c>heyhelm audit cost --env prod</c>: asks a running host to audit, and tells what it found.</summary>
internal static class AuditCommand
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    public static Command Create()
    {
        var type = new Argument<string>("type") { Description = "cost, security or compliance." };
        type.AcceptOnlyFromAmong("cost", "security", "compliance");
        var (url, environment) = (RemoteOptions.Url(), RemoteOptions.Environment_());
        environment.Required = true;
        var json = new Option<bool>("--json") { Description = "The whole report as JSON." };
        var last = new Option<bool>("--last") { Description = "The last one that was made, without a new one." };
        var command = new Command("audit", "What an account costs, how safe it is, and which rules it breaks.") { type, url, environment, json, last };
        command.Does(async (parsed, cancellation) =>
        {
            using var host = new HostClient(parsed.GetRequiredValue(url), OwnerToken.Find());
            var (kind, place) = (parsed.GetRequiredValue(type), parsed.GetRequiredValue(environment)!);
            var report = parsed.GetValue(last) ? await LastAsync(host, kind, place, cancellation) : await RunAsync(host, kind, place, cancellation);
            await TellAsync(host, report, parsed.GetValue(json), cancellation);
            return report.Text("status") == "failed" ? 1 : 0;
        });
        return command.WithExamples(
            "Examples:\n  heyhelm audit cost --env prod\n  heyhelm audit security --env prod --json\n  heyhelm audit compliance --env staging --last\nIt ends with 1 when nothing could be read; what is missing is said by name.");
    }

    private static async Task<JsonElement> RunAsync(HostClient host, string type, string environment, CancellationToken cancellation)
    {
        var report = await host.PostAsync("api/audits", new { type, environment }, cancellation);
        while (report.Text("status") == "running")
        {
            await Console.Error.WriteLineAsync($"{report.Text("audit_id")}: {report.Text("progress", "begun")} …");
            await Task.Delay(Pause, cancellation);
            report = await host.GetJsonAsync("api/audits/" + report.Text("audit_id"), cancellation);
        }

        return report;
    }

    private static async Task<JsonElement> LastAsync(HostClient host, string type, string environment, CancellationToken cancellation)
    {
        var query = RemoteOptions.Query(("type", type), ("environment", environment), ("top", "1"));
        var audits = (await host.GetJsonAsync("api/audits" + query, cancellation)).GetProperty("audits");
        return audits.GetArrayLength() > 0 ? audits[0] : throw new CommandFailedException($"There is no {type} audit of {environment} yet. Leave --last out to make one.");
    }

    private static async Task TellAsync(HostClient host, JsonElement report, bool json, CancellationToken cancellation) => Console.WriteLine(
        json
            ? JsonSerializer.Serialize(report, CliJson.Indented)
            : (await host.GetTextAsync($"api/audits/{report.Text("audit_id")}?format=text", cancellation)).TrimEnd());
}
