using Helm.Cli.Voice;
using Helm.Host.Examination;
using Helm.Speech.Setup;

namespace Helm.Cli.Checkup;

/// <summary>Looks at what speech needs; without it everything else works.</summary>
internal static class Engines
{
    public static async Task<IEnumerable<Finding>> ExamineAsync(CancellationToken cancellation) =>
        (await SpeechHealth.CheckAsync(VoiceSettings.Read(), cancellation)).Parts
            .Select(part => new Finding(part.Stage, part.IsAvailable ? FindingState.Well : FindingState.Off, part.Detail, part.Remedy));
}
