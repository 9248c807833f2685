using System.CommandLine;
using Helm.Cli.Remote;
using Helm.Conversation.Recognition;
using Command = System.CommandLine.Command;

namespace Helm.Cli.Language;

/// <summary><c>heyhelm recognize</c>: numbers, ordinals, percentages and yes or no; JSON lines in, JSON lines out.</summary>
internal static class RecognizeCommand
{
    public static Command Create()
    {
        var kind = new Option<string>("--kind") { Description = "What to look for: number, ordinal, percentage or boolean.", Required = true };
        var command = new Command("recognize", "Finds numbers, ordinals, percentages and yes or no in sentences: JSON lines in, JSON lines out.") { kind };
        command.Does(async (parsed, cancellation) =>
        {
            var looked = Kind(parsed.GetRequiredValue(kind));
            var failed = false;
            while (await Console.In.ReadLineAsync(cancellation) is { } line)
            {
                if (string.IsNullOrWhiteSpace(line))
                {
                    continue;
                }

                var answer = RecognizeLine.Process(line, looked, out var understood);
                failed |= !understood;
                Console.WriteLine(answer);
            }

            return failed ? 1 : 0;
        });
        return command.WithExamples(
            "Reads {\"id\",\"input\"}, writes {\"id\",\"results\":[{\"text\",\"start\",\"end\",\"type\",\"resolution\"}]}.\n\n" +
            "Example:\n  echo '{\"id\":\"1\",\"input\":\"twenty-five and a half\"}' | heyhelm recognize --kind number");
    }

    private static RecognitionKind Kind(string name) =>
        RecognizeLine.Kinds.TryGetValue(name, out var kind)
            ? kind
            : throw new CommandFailedException($"There is no kind \"{name}\" to recognize. There are: {string.Join(", ", RecognizeLine.Kinds.Keys)}.");
}
