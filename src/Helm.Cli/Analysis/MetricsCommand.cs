using System.CommandLine;
using Helm.Cli.Remote;
using Helm.Operations.Investigation.Anomalies;

namespace Helm.Cli.Analysis;

/// <summary><c>heyhelm metrics detect</c>: which values of a metric are unusual, without a host.</summary>
internal static class MetricsCommand
{
    private const string Usage =
        "Reads timestamp,value from FILE or from standard input (a heading is skipped; times as 2026-05-01 10:00:00, in ISO 8601\n" +
        "or as seconds since 1970) and writes one JSON line for each value as soon as it was read:\n" +
        "  {\"timestamp\":\"2026-05-01 10:00:00\",\"score\":0.62}\n" +
        "Scores are 0 to 1; from 0.5 on a value is an anomaly. An anomaly is told once: the 80 values after it score 0.\n" +
        "What is usual is learned from the values themselves; scores of the first few hundred mean little.\n\n" +
        "Examples:\n  heyhelm metrics detect cpu.csv\n  heyhelm metrics detect < cpu.csv | jq -c 'select(.score >= 0.5)'";

    public static Command Create()
    {
        var file = new Argument<string?>("file") { Description = "The values; standard input when not given.", Arity = ArgumentArity.ZeroOrOne };
        var detect = new Command("detect", "Scores the values of a metric: timestamp,value in, JSON lines out.") { file };
        detect.Does((parsed, _) =>
        {
            using var input = InputText.Open(parsed.GetValue(file));
            using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = !Console.IsOutputRedirected };
            try
            {
                foreach (var line in ScoredValues.Of(Lines(input)))
                {
                    output.Write(line);
                    output.Write('\n');
                }
            }
            catch (FormatException wrong)
            {
                output.Flush();
                throw new CommandFailedException(wrong.Message);
            }

            return Task.FromResult(0);
        });
        return new Command("metrics", "Works on measured values.") { detect.WithExamples(Usage) };
    }

    private static IEnumerable<string> Lines(TextReader input)
    {
        while (input.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
