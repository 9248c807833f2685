using System.CommandLine;
using System.Text.Json;
using Helm.Cli.Remote;
using Helm.Speech.Native;
using Helm.Speech.Setup;

namespace Helm.Cli.Voice;

/// <summary><c>heyhelm voices</c>: the voices that are there, engine by engine.</summary>
internal static class VoicesCommand
{
    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "Prints {\"engine\",\"name\",\"language\",\"about\",\"in_use\"}, a line a voice." };
        var command = new Command("voices", "Lists the voices of each configured engine. Set one as Helm:Speech:Synthesis:Voice.") { json };
        command.Does(async (parsed, cancellation) =>
        {
            var settings = VoiceSettings.Read();
            using var engines = VoiceSettings.Engines(settings);
            var voices = await engines.VoicesAsync(cancellation);
            if (voices.Count == 0)
            {
                throw new CommandFailedException(
                    $"No configured engine ({settings.Synthesis.Engines}) has a voice now. This gives Helm one of its own: {SpeechPackages.InstallCommand}, and espeak-ng in Helm:Speech:Synthesis:Engines.");
            }

            foreach (var voice in voices)
            {
                Console.WriteLine(parsed.GetValue(json) ? JsonSerializer.Serialize(voice, CliJson.Line) : Line(voice));
            }

            return 0;
        });
        return command.WithExamples("Examples:\n  heyhelm voices\n  heyhelm voices --json\n  Helm__Speech__Synthesis__Voice=en-gb heyhelm say \"Good morning\"");
    }

    private static string Line(InstalledVoice voice) =>
        $"{(voice.InUse ? '*' : ' ')} {voice.Engine,-12} {voice.Name,-24} {voice.Language,-16} {voice.About}".TrimEnd();
}
