using Helm.Speech.Azure;
using Helm.Speech.Sphinx;
using Helm.Speech.Transcription;
using Helm.Speech.Wake;
using Helm.Speech.Wyoming;

namespace Helm.Speech.Setup;

/// <summary>What engines are made of, and share.</summary>
internal sealed class EngineParts(SpeechOptions options, TimeProvider time) : IDisposable
{
    private readonly Lazy<AzureAccess> _azure = new(() => new AzureAccess(options.Azure, time));

    public SpeechOptions Options => options;

    public SphinxLanguage Sphinx { get; } = new(options.Hearing.ModelFolder, options.Hearing.LexiconFile);

    public WakePhrase Phrase { get; } = WakePhrase.Of(options.Hearing.Wake.Phrase);

    public AzureAccess Azure => _azure.Value;

    public WyomingTalk Wyoming(string stage, WyomingServerOptions server) => new(stage, server, options.Wyoming.Patience, time);

    /// <summary>For engines that do not say how sure they are.</summary>
    public OpenLanguageFactory Unsure => Sure(0, 0);

    public OpenLanguageFactory Sure(double questions, double changes) => new(new OpenThresholds(options.Hearing.Agreement, questions, changes), Phrase);

    public void Dispose()
    {
        if (_azure.IsValueCreated)
        {
            _azure.Value.Dispose();
        }
    }
}
