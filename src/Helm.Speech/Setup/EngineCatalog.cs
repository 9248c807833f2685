using Helm.Speech.Sphinx;
using Helm.Speech.Synthesis;
using Helm.Speech.Transcription;
using Helm.Speech.Wake;

namespace Helm.Speech.Setup;

/// <summary>All engines there are, a line each: the name in the configuration, and how it is made. Making one loads nothing.</summary>
internal static class EngineCatalog
{
    public static Dictionary<string, Func<EngineParts, IWakeEngine>> Wake { get; } = new()
    {
        [SphinxLanguage.EngineName] = parts => new SphinxWake(parts.Sphinx, parts.Options.Hearing.Wake),
    };

    public static Dictionary<string, Func<EngineParts, ITranscriptionEngine>> Transcription { get; } = new()
    {
        [SphinxLanguage.EngineName] = parts => new SphinxTranscription(parts.Sphinx, parts.Options.Hearing.Agreement),
    };

    public static Dictionary<string, Func<EngineParts, ISynthesizer>> Synthesis { get; } = new()
    {
        [EspeakSynthesizer.EngineName] = parts => new EspeakSynthesizer(parts.Options.Synthesis),
        [FliteSynthesizer.EngineName] = parts => new FliteSynthesizer(parts.Options.Synthesis),
    };
}

/// <summary>What engines are made of.</summary>
internal sealed record EngineParts(SpeechOptions Options, SphinxLanguage Sphinx, TimeProvider Time);
