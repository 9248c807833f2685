using System.CommandLine;
using Helm.Cli.Remote;
using Helm.PracticeCloud;
using Helm.PracticeCloud.Data;

namespace Helm.Cli.Hosting;

/// <summary><c>heyhelm practice-cloud</c>: only the cloud, for training or for another AWS client.</summary>
internal static class PracticeCloudCommand
{
    public static Command Create()
    {
        var port = new Option<int>("--port") { Description = "0 takes any free port.", DefaultValueFactory = _ => 4566 };
        var company = new Option<string?>("--company") { Description = "A company document; the one that comes along when not given." };
        var scenarios = new Option<string[]>("--scenario") { Description = "The name or the file of a scenario in force from the start; may be given more than once." };
        var command = new Command("practice-cloud", "An AWS-compatible cloud on this machine, with faults and scenarios (docs/practice-cloud.md).")
        {
            port, company, scenarios,
        };
        command.Does(async (parsed, cancellation) =>
        {
            var options = new PracticeCloudOptions
            {
                Port = parsed.GetValue(port),
                CompanyFile = parsed.GetValue(company),
                Scenarios = parsed.GetValue(scenarios) ?? [],
            };
            await using var cloud = await StartAsync(options, cancellation);
            Console.WriteLine($"The practice cloud listens on {cloud.Endpoint}");
            await cloud.WaitForShutdownAsync(cancellation);
            return 0;
        });
        return command.WithExamples("Example:\n  heyhelm practice-cloud --scenario db-connections");
    }

    public static async Task<PracticeCloudServer> StartAsync(PracticeCloudOptions options, CancellationToken cancellation)
    {
        try
        {
            return await PracticeCloudServer.StartAsync(options, cancellation);
        }
        catch (Exception error) when (error is DataFileException or PortInUseException)
        {
            throw new CommandFailedException(error.Message);
        }
    }
}
