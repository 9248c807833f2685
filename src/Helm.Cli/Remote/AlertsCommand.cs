using System.CommandLine;

namespace Helm.Cli.Remote;

/// <summary><c>heyhelm alerts</c>: what was told, why the rest was not, silences, and what could not be delivered.</summary>
internal static class AlertsCommand
{
    private static readonly string[] Fields = ["environment", "domain", "resource", "severity", "issue_id"];

    public static Command Create()
    {
        var url = RemoteOptions.Url();
        var all = new Option<bool>("--all") { Description = "Those that are over, too." };
        var command = new Command("alerts", "What people were told, and why they were not told the rest.")
        {
            url, all, Why(), Acknowledge(), Silences(), Silence(), End(), Outbox(), Retry(),
        };
        command.Does(async (parsed, cancellation) =>
        {
            using var host = new HostClient(parsed.GetRequiredValue(url), OwnerToken.Find());
            foreach (var alert in (await host.GetJsonAsync($"api/alerts?all={parsed.GetValue(all)}", cancellation)).GetProperty("alerts").EnumerateArray())
            {
                Console.WriteLine($"{alert.Text("issue_id"),-12} {alert.Text("state"),-13} {alert.Text("severity"),-9} told {alert.Text("notified")}x, last {alert.Text("notified_at", "never")}  {alert.Text("group")}");
            }

            return 0;
        });
        return command.WithExamples("Examples:\n  heyhelm alerts\n  heyhelm alerts why infra-001\n  heyhelm alerts silence --resource redis --for 2h\n  heyhelm alerts outbox --dead");
    }

    private static Command Why()
    {
        var (id, url) = (new Argument<string>("id") { Description = "An issue." }, RemoteOptions.Url());
        var command = new Command("why", "Why an issue was told, or which stage kept it back.") { id, url };
        command.Does(async (parsed, cancellation) =>
        {
            using var host = new HostClient(parsed.GetRequiredValue(url), OwnerToken.Find());
            var issue = parsed.GetRequiredValue(id);
            var decisions = (await host.GetJsonAsync($"api/alerts/why/{Uri.EscapeDataString(issue)}", cancellation)).GetProperty("decisions").EnumerateArray().Reverse().ToList();
            foreach (var decision in decisions)
            {
                Console.WriteLine($"{decision.Text("at")}  {decision.Text("stage"),-12} {decision.Text("reason")}");
            }

            if (decisions.Count == 0)
            {
                Console.WriteLine($"Nothing is recorded of {issue}: it never came to the alert stages. Is Helm:Alerting:Enabled true?");
            }

            return 0;
        });
        return command.WithExamples("Example:\n  heyhelm alerts why infra-001");
    }

    private static Command Acknowledge()
    {
        var (id, url) = (new Argument<string>("id") { Description = "An issue." }, RemoteOptions.Url());
        var command = new Command("ack", "Takes an issue on: no more alerts about it until it is over.") { id, url };
        command.Does(async (parsed, cancellation) =>
        {
            using var host = new HostClient(parsed.GetRequiredValue(url), OwnerToken.Find());
            var taken = await host.PostAsync($"api/issues/{Uri.EscapeDataString(parsed.GetRequiredValue(id))}/acknowledge", new { }, cancellation);
            Console.WriteLine($"{taken.Text("by")} is at {taken.Text("issue_id")}{(taken.GetProperty("is_new").GetBoolean() ? "." : " already.")}");
            return 0;
        });
        return command.WithExamples("Example:\n  heyhelm alerts ack infra-001");
    }

    private static Command Silences()
    {
        var url = RemoteOptions.Url();
        var command = new Command("silences", "What is kept quiet now.") { url };
        command.Does(async (parsed, cancellation) =>
        {
            using var host = new HostClient(parsed.GetRequiredValue(url), OwnerToken.Find());
            foreach (var silence in (await host.GetJsonAsync("api/silences", cancellation)).GetProperty("silences").EnumerateArray())
            {
                var named = Fields.Select(name => (name, value: silence.Text(name))).Where(one => one.value.Length > 0);
                var kind = silence.GetProperty("maintenance").GetBoolean() ? "maintenance" : "silence";
                Console.WriteLine($"{silence.Text("id"),-12} {kind,-11} until {silence.Text("until")}  {string.Join(", ", named.Select(one => $"{one.name} {one.value}"))}  by {silence.Text("by")}");
            }

            return 0;
        });
        return command;
    }

    private static Command Silence()
    {
        var url = RemoteOptions.Url();
        var named = Fields.Select(name => new Option<string?>(OptionOf(name)) { Description = $"Of this {name.Replace("_id", "", StringComparison.Ordinal)} only." }).ToArray();
        var length = new Option<string>("--for") { Description = "For how long: 30m, 2h, 1d.", DefaultValueFactory = _ => "1h" };
        var maintenance = new Option<bool>("--maintenance") { Description = "It is a maintenance window." };
        var command = new Command("silence", "Keeps alerts quiet for a while. What is named must fit all together.") { url, length, maintenance };
        foreach (var option in named)
        {
            command.Add(option);
        }

        command.Does(async (parsed, cancellation) =>
        {
            using var host = new HostClient(parsed.GetRequiredValue(url), OwnerToken.Find());
            var silence = await host.PostAsync("api/silences", new
            {
                environment = parsed.GetValue(named[0]),
                domain = parsed.GetValue(named[1]),
                resource = parsed.GetValue(named[2]),
                severity = parsed.GetValue(named[3]),
                issue_id = parsed.GetValue(named[4]),
                duration = parsed.GetRequiredValue(length),
                maintenance = parsed.GetValue(maintenance),
            }, cancellation);
            Console.WriteLine($"{silence.Text("id")} until {silence.Text("until")}. End it with 'heyhelm alerts end {silence.Text("id")}'.");
            return 0;
        });
        return command.WithExamples("Examples:\n  heyhelm alerts silence --resource redis --for 2h\n  heyhelm alerts silence --env staging --maintenance --for 1h30m\n  heyhelm alerts silence --issue infra-001");
    }

    private static Command End()
    {
        var (id, url) = (new Argument<string>("id") { Description = "As 'heyhelm alerts silences' lists it." }, RemoteOptions.Url());
        var command = new Command("end", "Ends a silence or maintenance window.") { id, url };
        command.Does(async (parsed, cancellation) =>
        {
            using var host = new HostClient(parsed.GetRequiredValue(url), OwnerToken.Find());
            await host.DeleteAsync($"api/silences/{Uri.EscapeDataString(parsed.GetRequiredValue(id))}", cancellation);
            Console.WriteLine($"{parsed.GetRequiredValue(id)} has ended.");
            return 0;
        });
        return command.WithExamples("Example:\n  heyhelm alerts end silence-3");
    }

    private static Command Outbox()
    {
        var (url, dead) = (RemoteOptions.Url(), new Option<bool>("--dead") { Description = "Only what was given up." });
        var command = new Command("outbox", "What Helm sent, or could not send.") { url, dead };
        command.Does(async (parsed, cancellation) =>
        {
            using var host = new HostClient(parsed.GetRequiredValue(url), OwnerToken.Find());
            foreach (var message in (await host.GetJsonAsync($"api/outbox?dead={parsed.GetValue(dead)}", cancellation)).GetProperty("messages").EnumerateArray())
            {
                Console.WriteLine($"{message.Text("added_at")}  {message.Text("state"),-9} {message.Text("channel")} {message.Text("address")}  {message.Text("key")}  {message.Text("reason")}");
            }

            return 0;
        });
        return command.WithExamples("Example:\n  heyhelm alerts outbox --dead");
    }

    private static Command Retry()
    {
        var (key, url) = (new Argument<string>("key") { Description = "As 'heyhelm alerts outbox --dead' lists it." }, RemoteOptions.Url());
        var command = new Command("retry", "Tries a message again that was given up.") { key, url };
        command.Does(async (parsed, cancellation) =>
        {
            using var host = new HostClient(parsed.GetRequiredValue(url), OwnerToken.Find());
            await host.PostAsync("api/outbox/retry", new { key = parsed.GetRequiredValue(key) }, cancellation);
            Console.WriteLine("It is tried again.");
            return 0;
        });
        return command.WithExamples("Example:\n  heyhelm alerts retry alert.firing/infra-001.17/1/slack-ops");
    }

    private static string OptionOf(string field) => field switch
    {
        "environment" => "--env",
        "issue_id" => "--issue",
        _ => "--" + field,
    };
}
