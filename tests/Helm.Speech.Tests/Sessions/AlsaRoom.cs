using System.Runtime.InteropServices;
using Helm.Speech.Audio;
using Helm.Speech.Sessions;

namespace Helm.Speech.Tests.Sessions;

/// <summary>A room whose microphone plays a recording and whose loudspeaker writes a file, both by ALSA's file plugin.</summary>
internal sealed partial class AlsaRoom
{
    private static readonly AudioDeviceOptions Devices = new() { Microphone = "helm_microphone", Loudspeaker = "helm_loudspeaker" };

    public AlsaRoom(Recordings recordings, string recording)
    {
        var (raw, configuration) = (recordings.NewFile("raw"), recordings.NewFile("conf"));
        Spoken = recordings.NewFile();
        File.WriteAllBytes(raw, MemoryMarshal.AsBytes<short>(WavReader.Read(recording)).ToArray());
        File.WriteAllText(configuration, $$"""
            </usr/share/alsa/alsa.conf>
            pcm.helm_microphone { type file slave.pcm "null" file "/dev/null" infile "{{raw}}" format "raw" }
            pcm.helm_loudspeaker { type file slave.pcm "null" file "{{Spoken}}" format "wav" }
            """);
        // ALSA reads the environment of the process, which .NET only copies.
        Assert.Equal(0, SetEnvironment("ALSA_CONFIG_PATH", configuration, 1));
    }

    private string Spoken { get; }

    /// <summary>Until it is over; returns what came out of the loudspeaker.</summary>
    public async Task<string> TalkAsync(VoiceSession session, Func<bool> isOver)
    {
        using var end = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var microphone = new EndingMicrophone(AudioDevices.OpenMicrophone(Devices), isOver, end);
        using (var loudspeaker = AudioDevices.OpenLoudspeaker(Devices, SpeechFormat.SampleRate))
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(
                () => session.RunAsync(new DeviceDoor(microphone, loudspeaker), end.Token));
        }

        return Spoken;
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetEnvironment(string name, string value, int overwrite);
}
