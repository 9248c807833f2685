using Helm.Speech.Azure;
using Helm.Speech.Sphinx;
using Helm.Speech.Synthesis;
using Helm.Speech.Transcription;
using Helm.Speech.Wake;
using Helm.Speech.Wyoming;

namespace Helm.Speech.Setup;

/// <summary>All engines there are, a line each: the name in the configuration, and how it is made. Making one loads nothing.</summary>
internal static class EngineCatalog
{
    public static Dictionary<string, Func<EngineParts, IWakeEngine>> Wake { get; } = new()
    {
        [SphinxLanguage.EngineName] = parts => new SphinxWake(parts.Sphinx, parts.Options.Hearing.Wake),
        [WyomingTalk.EngineName] = parts => new WyomingWake(parts.Wyoming("wake", parts.Options.Wyoming.Wake)),
    };

    public static Dictionary<string, Func<EngineParts, ITranscriptionEngine>> Transcription { get; } = new()
    {
        [SphinxLanguage.EngineName] = parts => new SphinxTranscription(parts.Sphinx, parts.Options.Hearing.Agreement, parts.Phrase),
        [AzureTranscription.EngineName] = parts => new AzureTranscription(
            parts.Azure, parts.Sure(parts.Options.Azure.LeastConfidence.Questions, parts.Options.Azure.LeastConfidence.Changes)),
        [WyomingTalk.EngineName] = parts => new WyomingTranscription(parts.Wyoming("asr", parts.Options.Wyoming.Transcription), parts.Unsure),
    };

    public static Dictionary<string, Func<EngineParts, ISynthesizer>> Synthesis { get; } = new()
    {
        [EspeakSynthesizer.EngineName] = parts => new EspeakSynthesizer(parts.Options.Synthesis),
        [FliteSynthesizer.EngineName] = parts => new FliteSynthesizer(parts.Options.Synthesis),
        [AzureSynthesizer.EngineName] = parts => new AzureSynthesizer(parts.Azure, parts.Options.Synthesis),
        [WyomingTalk.EngineName] = parts => new WyomingSynthesizer(parts.Wyoming("tts", parts.Options.Wyoming.Synthesis), parts.Options.Synthesis),
    };
}
