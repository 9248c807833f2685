using Helm.Conversation.Intents;
using Helm.Operations.Remediation.Challenges;
using Helm.Speech.Engines;
using Helm.Speech.Transcription;

namespace Helm.Speech.Azure;

/// <summary>Transcribes by Azure Speech over its streaming protocol, with the words so far while somebody speaks.</summary>
internal sealed class AzureTranscription(AzureAccess access, OpenLanguageFactory languages) : ITranscriptionEngine
{
    public const string EngineName = "azure";

    private readonly RememberedHealth _health = AzureHealth.Of(access, access.Options.TranscriptionHost);
    private (OpenLanguage Commands, OpenLanguage Words, IReadOnlyList<string> Hints)? _learned;

    public string Name => EngineName;

    public Task<EngineHealth> CheckAsync(CancellationToken cancellation) => _health.CheckAsync(cancellation);

    public Task LearnAsync(SpokenLanguage language, CancellationToken cancellation)
    {
        _learned = (languages.Of(language), languages.Of(ChallengeLanguage.Of(language, [])), languages.Hints(language, UspContext.MostHints));
        return Task.CompletedTask;
    }

    public ITranscription Begin(Action<string>? partial) => new AzureHearing(access, Learned.Commands, Learned.Hints, partial).Begin();

    public ITranscription BeginWords() => new AzureHearing(access, Learned.Words, [.. ChallengeWords.All], partial: null).Begin();

    public void Dispose()
    {
        // A connection lasts as long as its sentence; the way there belongs to all engines.
    }

    private (OpenLanguage Commands, OpenLanguage Words, IReadOnlyList<string> Hints) Learned =>
        _learned ?? throw new SpeechEngineException("Azure Speech has not been told yet what can be said; call LearnAsync first.");
}
