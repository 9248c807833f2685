using System.CommandLine;
using Helm.Cli.Remote;
using Helm.Speech.Audio;
using Helm.Speech.Engines;
using Helm.Speech.Setup;
using Helm.Speech.Synthesis;

namespace Helm.Cli.Voice;

/// <summary><c>heyhelm say "Production is healthy" --out said.wav</c>.</summary>
internal static class SayCommand
{
    public static Command Create()
    {
        var text = new Argument<string[]>("text") { Description = "What to say.", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string?>("--out") { Description = "A WAV file; the loudspeaker when not given." };
        var command = new Command("say", "Speaks with Helm's voice.") { text, output };
        command.Does(async (parsed, cancellation) =>
        {
            var settings = VoiceSettings.Read();
            using var engines = VoiceSettings.Engines(settings);
            var voice = await VoiceOfAsync(engines, cancellation);
            var words = string.Join(' ', parsed.GetRequiredValue(text));
            try
            {
                if (parsed.GetValue(output) is { } file)
                {
                    var length = await voice.SpeakToFileAsync(words, file, cancellation);
                    await Console.Error.WriteLineAsync($"{file}: {length.TotalSeconds:0.0} s, spoken by {voice.Name}");
                }
                else
                {
                    await PlayAsync(voice, words, settings, cancellation);
                }
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or AudioDeviceException or SpeechEngineException)
            {
                throw new CommandFailedException(problem.Message);
            }

            return 0;
        });
        return command.WithExamples("Example:\n  heyhelm say \"Production is currently healthy\" --out said.wav");
    }

    public static async Task<ISynthesizer> VoiceOfAsync(SpeechEngines engines, CancellationToken cancellation) =>
        await SpeechHealth.CheckAsync(engines, cancellation) is { CanSpeak: false } health
            ? throw new CommandFailedException($"No voice is installed. Install one: {health.InstallCommand}")
            : engines.Synthesis;

    private static async Task PlayAsync(ISynthesizer voice, string words, SpeechOptions settings, CancellationToken cancellation)
    {
        using var loudspeaker = AudioDevices.OpenLoudspeaker(settings.Devices, voice.SampleRate);
        await foreach (var chunk in voice.SpeakAsync(words, cancellation))
        {
            loudspeaker.Write(chunk);
        }

        loudspeaker.Drain();
    }
}
