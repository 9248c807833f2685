using System.CommandLine;
using Helm.Cli.Remote;
using Helm.Conversation.Recognition;
using Command = System.CommandLine.Command;

namespace Helm.Cli.Language;

/// <summary><c>heyhelm recognize</c>: numbers, ordinals, percentages, yes and no, dates and times; JSON lines in, JSON lines out.</summary>
internal static class RecognizeCommand
{
    public static Command Create()
    {
        var kind = new Option<string>("--kind") { Description = "What to look for: number, ordinal, percentage, boolean or datetime.", Required = true };
        var command = new Command("recognize", "Finds numbers, ordinals, percentages, yes and no, dates and times in sentences: JSON lines in, JSON lines out.") { kind };
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

                var answer = RecognizeLine.Process(line, looked, TimeProvider.System.GetLocalNow().DateTime, out var understood);
                failed |= !understood;
                Console.WriteLine(answer);
            }

            return failed ? 1 : 0;
        });
        return command.WithExamples(
            "Reads {\"id\",\"input\",\"reference\"?}, writes {\"id\",\"results\":[{\"text\",\"start\",\"end\",\"type\",\"resolution\"}]}.\n" +
            "The reference is the time on the speaker's clock; without one it is now.\n\n" +
            "Examples:\n  echo '{\"id\":\"1\",\"input\":\"twenty-five and a half\"}' | heyhelm recognize --kind number\n" +
            "  echo '{\"id\":\"2\",\"input\":\"from 3 to 5pm tomorrow\",\"reference\":\"2026-05-01T09:00:00\"}' | heyhelm recognize --kind datetime");
    }

    private static RecognitionKind Kind(string name) =>
        RecognizeLine.Kinds.TryGetValue(name, out var kind)
            ? kind
            : throw new CommandFailedException($"There is no kind \"{name}\" to recognize. There are: {string.Join(", ", RecognizeLine.Kinds.Keys)}.");
}
