using System.CommandLine;
using Helm.Cli.Remote;
using Helm.Host.Examination;

namespace Helm.Cli.Checkup;

/// <summary><c>heyhelm doctor</c>: what is configured, what is missing, and the remedy of each.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var config = new Option<FileInfo?>("--config") { Description = "Settings; ./appsettings.json when not given." };
        var command = new Command("doctor", "Looks at configuration, database, credentials, ports and speech engines, and says what to do about what is not well. Works when Helm cannot start.") { config };
        command.Does(async (parsed, cancellation) =>
        {
            var findings = new List<Finding>();
            findings.AddRange(await HostExamination.RunAsync(parsed.GetValue(config)?.FullName, cancellation));
            findings.AddRange(await Engines.ExamineAsync(cancellation));
            foreach (var finding in findings)
            {
                Console.WriteLine($"{Mark(finding.State)} {finding.What,-14} {finding.Detail}");
                if (finding.Remedy is { } remedy)
                {
                    Console.WriteLine($"   {"",-14} -> {remedy}");
                }
            }

            var problems = findings.Count(finding => finding.State == FindingState.Problem);
            Console.WriteLine(problems == 0 ? "\nHelm can run here." : $"\n{problems} thing(s) keep Helm from doing its work.");
            return problems == 0 ? 0 : 1;
        });
        return command.WithExamples("Example:\n  heyhelm doctor --config appsettings.json");
    }

    private static string Mark(FindingState state) => state switch
    {
        FindingState.Well => "ok ",
        FindingState.Off => "-  ",
        _ => "!! ",
    };
}
