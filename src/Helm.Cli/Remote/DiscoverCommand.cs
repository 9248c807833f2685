using System.CommandLine;
using System.Text.Json;

namespace Helm.Cli.Remote;

/// <summary><c>heyhelm discover --env prod</c>: what is in the account, and registry entries for what is not watched yet.</summary>
internal static class DiscoverCommand
{
    public static Command Create()
    {
        var (url, environment) = (RemoteOptions.Url(), RemoteOptions.Environment_());
        environment.Required = true;
        var tag = new Option<string?>("--tag") { Description = "Only what bears this tag: team=shop, or a key alone." };
        var json = new Option<bool>("--json") { Description = "Everything as one JSON document." };
        var write = new Option<bool>("--write") { Description = "Registers what is proposed; without it nothing is written." };
        var command = new Command("discover", "What is in an environment's account, and registry entries for what is not watched yet.") { url, environment, tag, json, write };
        command.Does(async (parsed, cancellation) =>
        {
            using var host = new HostClient(parsed.GetRequiredValue(url), OwnerToken.Find());
            var query = RemoteOptions.Query(("environment", parsed.GetValue(environment)), ("tag", parsed.GetValue(tag)));
            var found = await host.GetJsonAsync("api/discover" + query, cancellation);
            Print(found, parsed.GetValue(json));
            if (parsed.GetValue(write))
            {
                await WriteAsync(host, found, cancellation);
            }

            return found.GetProperty("found").GetArrayLength() == 0 && found.GetProperty("problems").GetArrayLength() > 0 ? 1 : 0;
        });
        return command.WithExamples(
            "Examples:\n  heyhelm discover --env prod\n  heyhelm discover --env prod --tag team=shop\n  heyhelm discover --env prod > entries.json    (only the entries; the list goes to the error stream)\n  heyhelm discover --env prod --write");
    }

    private static void Print(JsonElement found, bool json)
    {
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(found, CliJson.Indented));
            return;
        }

        foreach (var one in found.GetProperty("found").EnumerateArray())
        {
            var mark = one.Text("registered_in") is { Length: > 0 } deployment ? $"registered in {deployment}" : "new";
            Console.Error.WriteLine($"{one.Text("type"),-12} {one.Text("name"),-28} {mark}");
        }

        foreach (var problem in found.GetProperty("problems").EnumerateArray())
        {
            var missing = problem.Text("missing_action") is { Length: > 0 } action ? $" The IAM action {action} is missing." : "";
            Console.Error.WriteLine($"{problem.Text("type"),-12} could not be listed: {problem.Text("problem")}{missing}");
        }

        if (Proposed(found).GetArrayLength() == 0)
        {
            Console.Error.WriteLine("Nothing is to be added.");
            return;
        }

        Console.WriteLine(JsonSerializer.Serialize(found.GetProperty("proposed"), CliJson.Indented));
    }

    private static async Task WriteAsync(HostClient host, JsonElement found, CancellationToken cancellation)
    {
        foreach (var deployment in Proposed(found).EnumerateArray())
        {
            await host.PostAsync("api/deployments", deployment, cancellation);
            await Console.Error.WriteLineAsync($"Registered {deployment.Text("id")} with {deployment.GetProperty("resources").GetArrayLength()} resources.");
        }
    }

    private static JsonElement Proposed(JsonElement found) => found.GetProperty("proposed").GetProperty("deployments");
}
