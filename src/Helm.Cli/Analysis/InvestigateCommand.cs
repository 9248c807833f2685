using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using Helm.Cli.Remote;
using Helm.Operations.Investigation.Cases;
using Helm.Operations.Investigation.Evidence;
using Helm.Operations.Investigation.Reports;

namespace Helm.Cli.Analysis;

/// <summary><c>heyhelm investigate</c>: an issue of a running Helm, a case in a folder, or the evidence of an investigation again.</summary>
internal static class InvestigateCommand
{
    private const string Usage =
        "A case is a folder with alert.json, metrics/*.json, logs/*.jsonl, events.jsonl and topology.json (docs/investigation.md);\n" +
        "nothing but the folder is looked at, and no host is needed. The report is JSON: verdict (fault, no_fault, cannot_tell),\n" +
        "root_cause, category, component, confidence, components (ranked), evidence, timeline, suggested_remediation and more.\n\n" +
        "Examples:\n  heyhelm investigate infra-001\n  heyhelm investigate --case cases/17\n" +
        "  heyhelm investigate --case cases/17 --bundle evidence.json\n  heyhelm investigate --replay evidence.json";

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(200);

    public static Command Create()
    {
        var issue = new Argument<string?>("issue") { Description = "An issue of a running Helm, such as infra-001.", Arity = ArgumentArity.ZeroOrOne };
        var folder = new Option<string?>("--case") { Description = "Investigates the case in this folder." };
        var replay = new Option<string?>("--replay") { Description = "Makes the report again of stored evidence: a file, or the id of an investigation of a running Helm." };
        var bundle = new Option<string?>("--bundle") { Description = "With --case: also writes the evidence, with the hash of each answer, to this file." };
        var url = RemoteOptions.Url();
        var format = RemoteOptions.Format();
        var command = new Command("investigate", "Says why something is wrong: what was measured, the cause, and what speaks against other causes.") { issue, folder, replay, bundle, url, format };
        command.Does(async (parsed, cancellation) => (parsed.GetValue(folder), parsed.GetValue(replay), parsed.GetValue(issue)) switch
        {
            ({ } path, null, null) => OfCase(path, parsed.GetValue(bundle)),
            (null, { } stored, null) => await StoredInvestigation.ReplayAsync(stored, parsed.GetRequiredValue(url), cancellation),
            (null, null, { } id) => await AskedAsync(id, parsed.GetRequiredValue(url), parsed.GetRequiredValue(format), cancellation),
            _ => throw new CommandFailedException("Name one of: an issue, --case FOLDER, or --replay FILE or ID. See 'heyhelm investigate --help'."),
        });
        return command.WithExamples(Usage);
    }

    private static int OfCase(string folder, string? bundleFile)
    {
        try
        {
            var bundle = CaseFolder.Read(folder);
            if (bundleFile is not null)
            {
                File.WriteAllText(bundleFile, BundleJson.Write(bundle));
            }

            Console.WriteLine(BundleJson.Write(Analyst.Load().Report(bundle)));
            return 0;
        }
        catch (Exception wrong) when (wrong is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new CommandFailedException(wrong.Message);
        }
    }

    private static async Task<int> AskedAsync(string issue, Uri url, string format, CancellationToken cancellation)
    {
        using var host = new HostClient(url);
        var reply = await AskUntilDoneAsync(host, issue, format == "voice" ? "voice" : "chat", cancellation);
        Console.WriteLine(format switch
        {
            "json" => reply.TryGetProperty("data", out var data) ? data.GetRawText() : reply.GetRawText(),
            "voice" => reply.GetProperty("speech").GetString(),
            _ => reply.GetProperty("text").GetString(),
        });
        return 0;
    }

    /// <summary>Each question waits a moment itself; until the end this says now and then what is read.</summary>
    private static async Task<JsonElement> AskUntilDoneAsync(HostClient host, string issue, string channel, CancellationToken cancellation)
    {
        var (begun, told) = (Stopwatch.StartNew(), "");
        while (true)
        {
            var reply = await host.AskAsync($"/helm:investigate {issue}", "cli", channel, cancellation);
            if (Reading(reply) is not { } reading || begun.Elapsed > Longest)
            {
                return reply;
            }

            var doing = reading.Length == 0 ? "Looking at all metrics ..." : $"Reading the logs and changes of {reading} ...";
            if (doing != told && !Console.IsErrorRedirected)
            {
                await Console.Error.WriteLineAsync(told = doing);
            }

            await Task.Delay(Between, cancellation);
        }
    }

    /// <summary>Null when the investigation is over.</summary>
    private static string? Reading(JsonElement reply) =>
        reply.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object
        && data.TryGetProperty("reading", out var reading) && reading.ValueKind == JsonValueKind.Array
            ? string.Join(", ", reading.EnumerateArray().Select(one => one.GetString()))
            : null;
}
