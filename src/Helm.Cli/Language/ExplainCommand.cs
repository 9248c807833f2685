using System.CommandLine;
using System.Globalization;
using Helm.Cli.Remote;
using Helm.Conversation.Intents;
using Command = System.CommandLine.Command;

namespace Helm.Cli.Language;

/// <summary><c>heyhelm explain "is redis up in prod"</c>: why a sentence was understood as it was.</summary>
internal static class ExplainCommand
{
    public static Command Create()
    {
        var text = new Argument<string[]>("sentence") { Description = "What one would say.", Arity = ArgumentArity.OneOrMore };
        var catalogue = new Option<string?>("--catalogue") { Description = "A JSON file with the names that exist." };
        var command = new Command("explain", "Says how a sentence is understood: which recogniser won, which words filled which slot, what came second.") { text, catalogue };
        command.Does((parsed, _) =>
        {
            Print(Pack.Load().Explain(string.Join(' ', parsed.GetRequiredValue(text)), Pack.Names(parsed.GetValue(catalogue)), TurnContext.Empty));
            return Task.FromResult(0);
        });
        return command.WithExamples("Example:\n  heyhelm explain status of production");
    }

    private static void Print(Explanation told)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{told.Match.Intent}, by {Or(told.Match.Recogniser, "nothing")}, score {told.Match.Score:0.00}"));
        Console.WriteLine($"  words: {told.Words}");
        foreach (var filled in told.Slots)
        {
            Console.WriteLine($"  {filled.Slot} = {filled.Value}   from \"{filled.Words}\"{Tagged(filled.ByPlace)}");
        }

        foreach (var name in told.Match.Unresolved)
        {
            Console.WriteLine($"  {name.Slot}: \"{name.Words}\" is not known{(name.Candidates.Count > 0 ? $"; near: {string.Join(", ", name.Candidates)}" : "")}{Tagged(name.ByPlace)}");
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  second: {(told.RunnerUp is { } second ? $"{second}, score {told.RunnerUpScore:0.00}" : "none")}"));
    }

    private static string Tagged(bool byPlace) => byPlace ? ", tagged by the words around it" : "";

    private static string Or(string text, string otherwise) => text.Length > 0 ? text : otherwise;
}
