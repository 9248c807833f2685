using Helm.Cli.Voice;
using Helm.Host.Examination;
using Helm.Speech.Sessions;

namespace Helm.Cli.Checkup;

/// <summary>Looks at what speech needs; without it everything else works.</summary>
internal static class Engines
{
    public static IEnumerable<Finding> Examine() =>
        SpeechHealth.Check(VoiceSettings.Read()).Parts
            .Select(part => new Finding(part.Name, part.IsAvailable ? FindingState.Well : FindingState.Off, part.Detail, part.Remedy));
}
