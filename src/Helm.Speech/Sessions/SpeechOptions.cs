using Helm.Speech.Audio;
using Helm.Speech.Hearing;
using Helm.Speech.Synthesis;

namespace Helm.Speech.Sessions;

/// <summary>Everything about speech that can be configured.</summary>
public sealed class SpeechOptions
{
    public HearingOptions Hearing { get; set; } = new();

    public SynthesisOptions Synthesis { get; set; } = new();

    public AudioDeviceOptions Devices { get; set; } = new();
}
