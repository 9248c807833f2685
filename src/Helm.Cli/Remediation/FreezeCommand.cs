using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Helm.Cli.Remote;

namespace Helm.Cli.Remediation;

/// <summary><c>heyhelm freeze</c>: the switches that stop changes at once.</summary>
internal static class FreezeCommand
{
    public static Command Create()
    {
        var (url, token) = (RemoteOptions.Url(), OwnerToken.Option());
        var automation = new Option<bool>("--automation") { Description = "Only what Helm does by itself; people may still approve changes." };
        var lift = new Option<bool>("--lift") { Description = "Ends it." };
        var show = new Option<bool>("--show") { Description = "Only says what is stopped." };
        var from = Time("--from", "From then on; now when not given.");
        var until = Time("--until", "Until then; until it is lifted when not given.");
        var reason = new Option<string?>("--reason") { Description = "Why; told to whoever wants to change something." };
        var command = new Command("freeze", "Stops every change at once, also one that was approved, until it is lifted.") { url, token, automation, lift, show, from, until, reason };
        command.Does(async (parsed, cancellation) =>
        {
            using var host = OwnerToken.Connect(parsed.GetRequiredValue(url), parsed.GetValue(token));
            if (!parsed.GetValue(show))
            {
                var kind = parsed.GetValue(automation) ? "automation" : "freeze";
                var path = parsed.GetValue(lift) ? "api/automation/resume" : "api/automation/stop";
                await host.PostAsync(path, new { kind, from = parsed.GetValue(from), until = parsed.GetValue(until), reason = parsed.GetValue(reason) }, cancellation);
            }

            Print(JsonDocument.Parse(await host.GetTextAsync("api/automation", cancellation)).RootElement);
            return 0;
        });
        return command.WithExamples(
            "Examples:\n  heyhelm freeze --until 2026-01-02T08:00Z --reason \"holiday sales\"\n  heyhelm freeze --automation\n  heyhelm freeze --lift\n  heyhelm freeze --show");
    }

    private static void Print(JsonElement state)
    {
        Console.WriteLine(state.GetProperty("enabled").GetBoolean() ? "Remediation is switched on." : "Remediation is switched off (Helm:Remediation:Enabled).");
        foreach (var stop in state.GetProperty("stops").EnumerateArray())
        {
            Console.WriteLine($"{stop.GetProperty("told").GetString()} Set by {stop.GetProperty("set_by").GetString()}, from {stop.GetProperty("from").GetString()}.");
        }

        if (state.GetProperty("stops").GetArrayLength() == 0)
        {
            Console.WriteLine("Nothing stops changes.");
        }
    }

    private static Option<DateTimeOffset?> Time(string name, string description) => new(name)
    {
        Description = description + " ISO 8601; UTC without a zone.",
        CustomParser = result => DateTimeOffset.TryParse(
            result.Tokens is [var only] ? only.Value : "", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : Fail(result, name),
    };

    private static DateTimeOffset? Fail(System.CommandLine.Parsing.ArgumentResult result, string name)
    {
        result.AddError($"{name} takes a time such as 2026-01-02T08:00Z.");
        return null;
    }
}
