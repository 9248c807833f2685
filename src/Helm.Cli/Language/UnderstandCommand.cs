using System.CommandLine;
using Helm.Cli.Remote;
using Helm.Conversation.Intents;
using Command = System.CommandLine.Command;

namespace Helm.Cli.Language;

/// <summary><c>heyhelm understand</c>: JSON lines in, JSON lines out, without a host.</summary>
internal static class UnderstandCommand
{
    public static Command Create()
    {
        var catalogue = new Option<string?>("--catalogue") { Description = "A JSON file with the names that exist: environments, domains, resources, issues, metrics." };
        var pack = new Option<string>("--pack") { Description = "The language: a folder under intents/, such as en or de.", DefaultValueFactory = _ => "en" };
        var command = new Command("understand", "Says what sentences mean: JSON lines in, JSON lines out, without a host.") { catalogue, pack };
        command.Does(async (parsed, cancellation) =>
        {
            var (table, names) = (Pack.Load(parsed.GetRequiredValue(pack)), Pack.Names(parsed.GetValue(catalogue)));
            var failed = false;
            while (await Console.In.ReadLineAsync(cancellation) is { } line)
            {
                if (string.IsNullOrWhiteSpace(line))
                {
                    continue;
                }

                var answer = UnderstandLine.Process(line, table, names);
                failed |= answer.Contains("\"error\":", StringComparison.Ordinal);
                Console.WriteLine(answer);
            }

            return failed ? 1 : 0;
        });
        return command.WithExamples(
            "Reads {\"id\",\"text\",\"channel\",\"context\"?}, writes {\"id\",\"intent\",\"entities\",\"ms\"}.\n\n" +
            "Example:\n  echo '{\"id\":\"1\",\"text\":\"status of production\"}' | heyhelm understand\n  echo '{\"id\":\"1\",\"text\":\"Status der Produktion\"}' | heyhelm understand --pack de");
    }
}
