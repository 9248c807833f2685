using Helm.Cli.Remote;
using Helm.Speech.Engines;
using Helm.Speech.Hearing;
using Helm.Speech.Setup;

namespace Helm.Cli.Voice;

/// <summary>An ear that has learned what can be said to a host.</summary>
internal static class OpenEar
{
    public static async Task<Ear> WithAsync(
        SpeechEngines engines, HearingOptions options, SpokenHost host, CancellationToken cancellation)
    {
        await LearnAsync(engines, host, cancellation);
        return new Ear(engines.Wake, engines.Transcription, options);
    }

    /// <summary>Names what cannot be said aloud.</summary>
    public static async Task LearnAsync(SpeechEngines engines, SpokenHost host, CancellationToken cancellation)
    {
        try
        {
            await engines.Transcription.LearnAsync(await host.LanguageAsync(cancellation), cancellation);
            foreach (var (what, why) in engines.Transcription.LeftOut.Take(10))
            {
                await Console.Error.WriteLineAsync($"Cannot be said aloud: {what} ({why})");
            }
        }
        catch (SpeechEngineException missing)
        {
            throw new CommandFailedException(missing.Message);
        }
    }
}
