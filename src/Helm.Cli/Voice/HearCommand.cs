using System.CommandLine;
using System.Text.Json;
using Helm.Cli.Remote;

namespace Helm.Cli.Voice;

/// <summary><c>heyhelm hear recording.wav</c>: what a microphone would have heard, and the answer.</summary>
internal static class HearCommand
{
    private const string Usage =
        "One JSON line a file:\n" +
        "  {\"file\",\"woke\",\"transcript\",\"accepted\",\"intent\",\"entities\",\"reply\",\"reply_text\",\"ms\":{\"wake\",\"end_to_text\",\"text_to_audio\"}}\n" +
        "A recording without the wake phrase, or that is not understood, does nothing. Asks the Helm that runs, else a demo of its own.\n" +
        "With --replay: {\"file\",\"then\",\"now\",\"same\",\"decision\",\"ms\"}; exit code 1 when something is heard otherwise now.\n\n" +
        "Examples:\n  heyhelm hear question.wav --out answer.wav\n  heyhelm hear --no-wake --list recordings.tsv\n  heyhelm hear question.wav --scenario db-connections\n" +
        "  heyhelm hear --replay 20260301T091500123-kitchen\n  heyhelm hear --replay .helm/turns";

    public static Command Create()
    {
        var files = new Argument<string[]>("file") { Description = "WAV recordings.", Arity = ArgumentArity.ZeroOrMore };
        var noWake = new Option<bool>("--no-wake") { Description = "The recordings are commands alone, as after a button was pressed." };
        var json = new Option<bool>("--json") { Description = "JSON lines, which it prints anyway." };
        var details = new Option<bool>("--details") { Description = "Prints what each of the two decoders heard as well, and how far they differ." };
        var list = new Option<string?>("--list") { Description = "A file with a path a line, in the first column of tab-separated ones." };
        var output = new Option<string?>("--out") { Description = "Writes the spoken answer there; for one recording." };
        var replay = new Option<string?>("--replay") { Description = "Hears kept turns again (Helm:Voice:KeepTurns) and compares: an id, a recording or a folder. Nothing is answered." };
        var scenario = new Option<string?>("--scenario") { Description = "Starts a demo of its own with this scenario in force." };
        var url = RemoteOptions.Url();
        var command = new Command("hear", "Hears recordings as a microphone would, and answers.") { files, noWake, json, details, list, output, replay, scenario, url };
        command.Does(async (parsed, cancellation) =>
        {
            var again = parsed.GetValue(replay) is { } what ? Replay.Find(what, VoiceSettings.Door()) : null;
            var recordings = again ?? ListOfFiles.Of(parsed.GetValue(files) ?? [], parsed.GetValue(list));
            if (parsed.GetValue(output) is not null && recordings.Count > 1)
            {
                throw new CommandFailedException($"--out takes the answer to one recording, and {recordings.Count} were named. Hear them one by one.");
            }

            await using var host = await SpokenHost.FindAsync(parsed.GetRequiredValue(url), parsed.GetValue(scenario), cancellation);
            return again is null
                ? await HearAsync(host, recordings, !parsed.GetValue(noWake), new Showing(parsed.GetValue(output), parsed.GetValue(details)), cancellation)
                : await ReplayAsync(host, again, cancellation);
        });
        return command.WithExamples(Usage);
    }

    private static async Task<int> HearAsync(
        SpokenHost host, IReadOnlyList<string> recordings, bool requireWake, Showing showing, CancellationToken cancellation)
    {
        var settings = VoiceSettings.Read();
        using var engines = VoiceSettings.Engines(settings);
        using var ear = await OpenEar.WithAsync(engines, settings.Hearing, host, cancellation);
        var answering = new Answering(host.Client, engines.Synthesis, showing);
        var failed = false;
        foreach (var recording in recordings)
        {
            var line = await answering.AnswerAsync(ear.Hear(recording, requireWake), cancellation);
            failed |= line.Error is not null;
            Console.WriteLine(JsonSerializer.Serialize(line, CliJson.Line));
        }

        return failed ? 1 : 0;
    }

    private static async Task<int> ReplayAsync(SpokenHost host, IReadOnlyList<string> recordings, CancellationToken cancellation)
    {
        var settings = VoiceSettings.Read();
        using var engines = VoiceSettings.Engines(settings);
        using var ear = await OpenEar.WithAsync(engines, settings.Hearing, host, cancellation);
        var differs = false;
        foreach (var recording in recordings)
        {
            var line = Replay.Hear(ear, recording);
            differs |= line.Same == false || line.Error is not null;
            Console.WriteLine(JsonSerializer.Serialize(line, CliJson.Line));
        }

        return differs ? 1 : 0;
    }
}
