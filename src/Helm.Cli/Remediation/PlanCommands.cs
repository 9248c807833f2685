using System.CommandLine;
using System.Text.Json;
using Helm.Cli.Remote;

namespace Helm.Cli.Remediation;

/// <summary><c>heyhelm plans</c>, <c>heyhelm approve rem-001</c>, <c>heyhelm reject rem-001</c>.</summary>
internal static class PlanCommands
{
    public static Command Plans()
    {
        var id = new Argument<string?>("id") { Description = "One plan, whole, as JSON.", Arity = ArgumentArity.ZeroOrOne };
        var (url, token) = (RemoteOptions.Url(), OwnerToken.Option());
        var open = new Option<bool>("--open") { Description = "Only those that are not over." };
        var command = new Command("plans", "What Helm proposed to change, and what became of it.") { id, url, token, open };
        command.Does(async (parsed, cancellation) =>
        {
            using var host = OwnerToken.Connect(parsed.GetRequiredValue(url), parsed.GetValue(token));
            if (parsed.GetValue(id) is { } one)
            {
                Console.WriteLine(await host.GetTextAsync("api/plans/" + Uri.EscapeDataString(one), cancellation));
                return 0;
            }

            var list = await JsonAsync(host, "api/plans" + (parsed.GetValue(open) ? "?open=true" : ""), cancellation);
            foreach (var plan in list.GetProperty("plans").EnumerateArray())
            {
                Console.WriteLine(PlanText.Line(plan));
            }

            return 0;
        });
        return command.WithExamples("Examples:\n  heyhelm plans --open\n  heyhelm plans rem-001");
    }

    public static Command Approve()
    {
        var id = new Argument<string>("id") { Description = "The plan: rem-001." };
        var (url, token) = (RemoteOptions.Url(), OwnerToken.Option());
        var words = new Option<string?>("--challenge") { Description = "The three words that the plan asks for; asked for at the terminal when not given." };
        var hash = new Option<string?>("--hash") { Description = "Approves only a plan of this hash; that of the plan as it is shown when not given." };
        var person = Person();
        var command = new Command("approve", "Lets a proposed change be made.") { id, url, token, words, hash, person };
        command.Does(async (parsed, cancellation) =>
        {
            using var host = OwnerToken.Connect(parsed.GetRequiredValue(url), parsed.GetValue(token));
            var path = "api/plans/" + Uri.EscapeDataString(parsed.GetRequiredValue(id));
            var plan = await JsonAsync(host, path, cancellation);
            Console.WriteLine(PlanText.Whole(plan));
            var decided = await host.PostAsync(
                path + "/approve",
                new
                {
                    plan_hash = parsed.GetValue(hash) ?? plan.GetProperty("plan_hash").GetString(),
                    challenge = parsed.GetValue(words) ?? Ask(plan),
                    person = parsed.GetValue(person),
                },
                cancellation);
            Console.WriteLine(PlanText.Line(decided));
            return 0;
        });
        return command.WithExamples("Examples:\n  heyhelm approve rem-001\n  heyhelm approve rem-001 --challenge \"falcon amber kayak\"");
    }

    public static Command Reject()
    {
        var id = new Argument<string>("id") { Description = "The plan: rem-001." };
        var (url, token) = (RemoteOptions.Url(), OwnerToken.Option());
        var reason = new Option<string?>("--reason") { Description = "Why; kept with the plan." };
        var person = Person();
        var command = new Command("reject", "Ends a proposed change; nothing of it is made.") { id, url, token, reason, person };
        command.Does(async (parsed, cancellation) =>
        {
            using var host = OwnerToken.Connect(parsed.GetRequiredValue(url), parsed.GetValue(token));
            var decided = await host.PostAsync(
                "api/plans/" + Uri.EscapeDataString(parsed.GetRequiredValue(id)) + "/reject",
                new { reason = parsed.GetValue(reason), person = parsed.GetValue(person) },
                cancellation);
            Console.WriteLine(PlanText.Line(decided));
            return 0;
        });
        return command.WithExamples("Examples:\n  heyhelm reject rem-001 --reason \"too busy an hour\"");
    }

    private static Option<string?> Person() => new("--person") { Description = "Who decides, when that is not the owner: an id of Helm:People." };

    private static string? Ask(JsonElement plan)
    {
        if (plan.GetProperty("challenge").ValueKind != JsonValueKind.String || Console.IsInputRedirected)
        {
            return null;
        }

        Console.Write("Type the three words to approve: ");
        return Console.ReadLine();
    }

    private static async Task<JsonElement> JsonAsync(HostClient host, string path, CancellationToken cancellation) =>
        JsonDocument.Parse(await host.GetTextAsync(path, cancellation)).RootElement;
}
