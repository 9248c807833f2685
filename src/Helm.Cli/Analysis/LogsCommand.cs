using System.CommandLine;
using Helm.Cli.Remote;
using Helm.Operations.Investigation.LogPatterns;

namespace Helm.Cli.Analysis;

/// <summary><c>heyhelm logs group</c>: which lines were written by the same statement, without a host.</summary>
internal static class LogsCommand
{
    private const string Usage =
        "Reads log lines from FILE or from standard input and writes, in the order of input, one JSON line for each:\n" +
        "  {\"line\":\"Took 19.05 seconds to spawn\",\"template_id\":0,\"template\":\"Took <*> to spawn\"}\n" +
        "Lines with the same template_id were written by the same statement; <*> stands for what varies. It writes when the\n" +
        "input ends, because a later line can show that a word of an earlier one is a variable. Lines are best given without\n" +
        "their header (time, level, process), as the content column of a log; with it they are grouped as they are.\n\n" +
        "Examples:\n  heyhelm logs group app.log\n  journalctl -o cat | heyhelm logs group\n" +
        "  heyhelm logs group app.log | jq -r .template | sort | uniq -c | sort -rn | head";

    public static Command Create()
    {
        var file = new Argument<string?>("file") { Description = "The lines; standard input when not given.", Arity = ArgumentArity.ZeroOrOne };
        var group = new Command("group", "Groups log lines by the statement that wrote them: lines in, JSON lines out.") { file };
        group.Does((parsed, _) =>
        {
            using var input = InputText.Open(parsed.GetValue(file));
            using var output = Console.OpenStandardOutput();
            GroupedLines.Write(input, output);
            return Task.FromResult(0);
        });
        return new Command("logs", "Works on log lines.") { group.WithExamples(Usage) };
    }
}
