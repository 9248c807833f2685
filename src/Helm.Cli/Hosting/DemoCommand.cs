using System.CommandLine;
using System.Text.Json;
using Helm.Cli.Channels;
using Helm.Cli.Remote;
using Helm.PracticeCloud;

namespace Helm.Cli.Hosting;

/// <summary><c>heyhelm demo</c>: everything on this machine, to talk to.</summary>
internal static class DemoCommand
{
    private const string Usage =
        "Examples:\n  heyhelm demo\n  heyhelm demo --scenario db-connections\n  heyhelm demo --once \"status of production\" --format json\n" +
        "  heyhelm demo --scenario my-scenario.json --once \"what issues do we have\"";

    public static Command Create()
    {
        var once = new Option<string?>("--once") { Description = "Asks this, prints only the answer, and ends." };
        var format = RemoteOptions.Format();
        var scenario = new Option<string?>("--scenario") { Description = "The name or the file of a scenario in force from the start." };
        var resolution = new Option<int>("--resolution") { Description = "How finely the practice cloud publishes metrics, in seconds: 60, 30, 10, 5 or 1.", DefaultValueFactory = _ => 60 };
        var port = new Option<int?>("--port") { Description = "Where Helm listens; 3978, or any free port with --once." };
        var cloudPort = new Option<int?>("--cloud-port") { Description = "Where the practice cloud listens; 4566, or any free port with --once." };
        var command = new Command("demo", "A practice cloud and Helm beside it: ask by typing here, by voice, over HTTP or with the Bot Framework Emulator.") { once, format, scenario, resolution, port, cloudPort };
        command.Does(async (parsed, cancellation) =>
        {
            var question = parsed.GetValue(once);
            var options = new PracticeCloudOptions
            {
                Port = parsed.GetValue(cloudPort) ?? (question is null ? 4566 : 0),
                Scenarios = parsed.GetValue(scenario) is { } named ? [named] : [],
                TimeScale = 60,
                Resolution = TimeSpan.FromSeconds(parsed.GetValue(resolution)),
            };
            await using var session = await DemoSession.StartAsync(options, parsed.GetValue(port) ?? (question is null ? 3978 : 0), cancellation);
            if (question is null)
            {
                session.ShowOffice();
            }

            await Console.Error.WriteLineAsync("Helm looks at everything for the first time ...");
            if (!await session.WaitForFirstPassAsync(cancellation))
            {
                throw new CommandFailedException("The first look did not end within a minute. Run 'heyhelm doctor', or try again when the machine is less busy.");
            }

            var chosen = parsed.GetRequiredValue(format);
            if (question is not null)
            {
                Console.WriteLine(await AnswerAsync(session, question, chosen, cancellation));
                return 0;
            }

            await Console.Error.WriteLineAsync(Welcome(session, await WebCommand.SignInAddressAsync(session.Client, null, cancellation)));
            using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            var watch = NewsWatch.WithPlansAsync(session.Client, over.Token);
            var code = await TalkAsync(session, chosen, cancellation);
            await over.CancelAsync();
            await watch;
            return code;
        });
        return command.WithExamples(Usage);
    }

    private static string Welcome(DemoSession session, string page) => $"""
        Helm listens on {session.Client.Address}
          The web page, once:       {page}
          Bot Framework Emulator:   {session.Client.Address}api/messages (no app id, no password)
          HTTP:                     {session.Client.Address}openapi/v1.json
        The practice cloud listens on {session.Cloud}
          to start a fault:         curl -X POST {session.Cloud}_practice/scenarios/db-connections
          to end it:                curl -X DELETE {session.Cloud}_practice/scenarios/db-connections
        The owner's token, for heyhelm approve, freeze and audit-log in another terminal:
                                    export HELM_TOKEN_FILE={session.TokenPath}
        By voice:                   ./heyhelm hear RECORDING.wav     ./heyhelm listen

        Try: status of production · show me the dashboard · what issues do we have · fix issue one · and staging? · help
        Ctrl-C or an empty line with Ctrl-D ends the demo.
        """;

    private static async Task<int> TalkAsync(DemoSession session, string format, CancellationToken cancellation)
    {
        var terminal = !Console.IsInputRedirected;
        while (!cancellation.IsCancellationRequested)
        {
            if (terminal)
            {
                await Console.Error.WriteAsync("\nyou> ");
            }

            // Console.In blocks whatever its methods are called, and Ctrl-C must not wait for a line: the demo's folder has to go.
            if (await Task.Run(Console.In.ReadLine, CancellationToken.None).WaitAsync(cancellation) is not { } line)
            {
                return await EndOfInputAsync(terminal, cancellation);
            }

            if (line.Trim().Length > 0)
            {
                await SayAsync(session, line, format, cancellation);
            }
        }

        return 0;
    }

    /// <summary>Without a terminal (a service, a container) the demo goes on until it is stopped.</summary>
    private static async Task<int> EndOfInputAsync(bool terminal, CancellationToken cancellation)
    {
        if (!terminal)
        {
            await Task.Delay(Timeout.Infinite, cancellation);
        }

        return 0;
    }

    private static async Task SayAsync(DemoSession session, string line, string format, CancellationToken cancellation)
    {
        try
        {
            Console.WriteLine(await AnswerAsync(session, line, format, cancellation));
        }
        catch (CommandFailedException refused)
        {
            await Console.Error.WriteLineAsync(refused.Message);
        }
    }

    private static async Task<string> AnswerAsync(DemoSession session, string question, string format, CancellationToken cancellation)
    {
        var reply = await session.Client.AskAsync(question, "demo", format == "voice" ? "voice" : "chat", cancellation);
        return format switch
        {
            "json" => Indented(reply.TryGetProperty("data", out var data) ? data : reply),
            "voice" => reply.GetProperty("speech").GetString()!,
            _ => reply.GetProperty("text").GetString()!,
        };
    }

    private static string Indented(JsonElement data) => JsonSerializer.Serialize(data, CliJson.Indented);
}
