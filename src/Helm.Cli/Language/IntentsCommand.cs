using System.CommandLine;
using Helm.Cli.Remote;
using Helm.Conversation.Intents.Checks;
using Helm.Operations.Settings;
using Command = System.CommandLine.Command;

namespace Helm.Cli.Language;

/// <summary><c>heyhelm intents check --pack intents/en</c>: what is wrong with a language pack, by file and line.</summary>
internal static class IntentsCommand
{
    public static Command Create() => new("intents", "Works with the language packs under intents/.") { Check() };

    private static Command Check()
    {
        var pack = new Option<string>("--pack")
        {
            Description = "The folder of one language; its wording is looked for under dialogs/ by the same name.",
            DefaultValueFactory = _ => Path.Combine("intents", "en"),
        };
        var command = new Command("check", "Says what is wrong with a language pack, by file and line; exit code 1 when something is.") { pack };
        command.Does((parsed, _) =>
        {
            var intents = Path.TrimEndingDirectorySeparator(ProgramFolder.Locate(parsed.GetRequiredValue(pack)));
            var dialogs = Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(intents)) ?? "", "dialogs", Path.GetFileName(intents));
            var errors = PackCheck.Run(intents, dialogs);
            foreach (var error in errors)
            {
                Console.WriteLine(error);
            }

            Console.WriteLine(errors.Count == 0 ? $"{intents}: nothing is wrong." : $"{intents}: {errors.Count} {(errors.Count == 1 ? "thing is" : "things are")} wrong.");
            return Task.FromResult(errors.Count == 0 ? 0 : 1);
        });
        return command.WithExamples(
            "Finds what cannot be read, unknown slots, kinds of values and rules, examples that are understood otherwise, sentences that two\n" +
            "intents claim alike, and answers that Helm asks for and nobody words.\n\n" +
            "Examples:\n  heyhelm intents check\n  heyhelm intents check --pack intents/de\n  heyhelm intents check --pack /etc/helm/intents/en   with its wording in /etc/helm/dialogs/en");
    }
}
