using Helm.Speech.Audio;
using Helm.Speech.Azure;
using Helm.Speech.Hearing;
using Helm.Speech.Synthesis;
using Helm.Speech.Wyoming;

namespace Helm.Speech.Setup;

/// <summary>Everything about speech that can be configured; section <c>Helm:Speech</c>.</summary>
public sealed class SpeechOptions
{
    public const string Section = "Helm:Speech";

    public HearingOptions Hearing { get; set; } = new();

    public SynthesisOptions Synthesis { get; set; } = new();

    public AzureSpeechOptions Azure { get; set; } = new();

    public WyomingOptions Wyoming { get; set; } = new();

    public TurnTakingOptions Turns { get; set; } = new();

    public AudioDeviceOptions Devices { get; set; } = new();
}
