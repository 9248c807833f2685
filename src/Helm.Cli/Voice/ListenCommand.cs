using System.CommandLine;
using Helm.Cli.Remote;
using Helm.Speech.Audio;
using Helm.Speech.Engines;
using Helm.Speech.Sessions;
using Helm.Speech.Setup;

namespace Helm.Cli.Voice;

/// <summary><c>heyhelm listen</c>: the microphone of this machine.</summary>
internal static class ListenCommand
{
    public static Command Create()
    {
        var device = new Option<string?>("--device") { Description = "ALSA's name of the microphone, such as plughw:1,0 ('arecord -L' lists them)." };
        var speaker = new Option<string?>("--speaker") { Description = "ALSA's name of the loudspeaker." };
        var scenario = new Option<string?>("--scenario") { Description = "Starts a demo of its own with this scenario in force." };
        var url = RemoteOptions.Url();
        var command = new Command("listen", "Listens until it is stopped. Say: hey helm, status of production.") { device, speaker, scenario, url };
        command.Does(async (parsed, cancellation) =>
        {
            var settings = VoiceSettings.Read();
            settings.Devices.Microphone = parsed.GetValue(device) ?? settings.Devices.Microphone;
            settings.Devices.Loudspeaker = parsed.GetValue(speaker) ?? settings.Devices.Loudspeaker;
            await using var host = await SpokenHost.FindAsync(parsed.GetRequiredValue(url), parsed.GetValue(scenario), cancellation);
            try
            {
                await ListenAsync(settings, host, cancellation);
            }
            catch (Exception problem) when (problem is AudioDeviceException or SpeechEngineException)
            {
                throw new CommandFailedException(problem.Message);
            }

            return 0;
        });
        return command.WithExamples("Examples:\n  heyhelm listen\n  heyhelm listen --device plughw:1,0");
    }

    private static async Task ListenAsync(SpeechOptions settings, SpokenHost host, CancellationToken cancellation)
    {
        using var engines = VoiceSettings.Engines(settings);
        await OpenEar.LearnAsync(engines, host, cancellation);
        await SayCommand.VoiceOfAsync(engines, cancellation);
        var session = new VoiceSession(engines, settings, new SpokenConversation(host.Client).AnswerAsync, Watching.Events());
        await Console.Error.WriteLineAsync("Listening. Say: hey helm, status of production. Ctrl-C ends it.");
        await RunAsync(session, settings.Devices, cancellation);
    }

    private static async Task RunAsync(VoiceSession session, AudioDeviceOptions devices, CancellationToken cancellation)
    {
        using var microphone = AudioDevices.OpenMicrophone(devices);
        using var loudspeaker = AudioDevices.OpenLoudspeaker(devices, SpeechFormat.SampleRate);
        await session.RunAsync(new DeviceDoor(microphone, loudspeaker), cancellation);
    }
}
