using Helm.Conversation.Intents;
using Helm.Speech.Engines;
using Helm.Speech.Sessions;
using Helm.Speech.Setup;

namespace Helm.Benchmarks.Voice;

/// <summary>The engines as they come, knowing the real intents and the names of a company.</summary>
internal sealed class Hearing : IDisposable
{
    private static readonly string[] Resources =
    [
        "api-lambda", "payment-service", "orders-database", "session-cache", "checkout-service", "image-store", "search-cluster",
        "billing-lambda", "web-frontdoor", "content-bucket", "login-gateway", "report-generator", "order-service", "main-database",
    ];

    private readonly SpeechOptions _options = new();
    private readonly SpokenLanguage _language = Language();

    public Hearing() => Engines = new SpeechEngines(_options, TimeProvider.System, trouble => Console.Error.WriteLine($"{trouble.Engine}: {trouble.Reason}"));

    public SpeechEngines Engines { get; }

    public TimeSpan EndSilence => _options.Hearing.EndSilence;

    public Task LearnAsync() => Engines.Transcription.LearnAsync(_language, CancellationToken.None);

    /// <exception cref="SpeechEngineException">No engine can listen.</exception>
    public Task TalkAsync(PlayedDoor door, string answer, Action<VoiceEvent> watch) => new VoiceSession(
        Engines, _options, (_, _) => Task.FromResult<SpokenAnswer?>(new SpokenAnswer(answer)), watch).RunAsync(door);

    /// <summary>What understands text is loaded with the first text.</summary>
    public void Understand(string text) => _language.Meaning(text);

    public void Dispose() => Engines.Dispose();

    private static SpokenLanguage Language()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var intents = Path.Combine(folder.FullName, "intents", "en");
            if (Directory.Exists(intents))
            {
                return IntentTable.Load(intents).Spoken(Names);
            }
        }

        throw new DirectoryNotFoundException("The folder intents/en is not above the program.");
    }

    private static Vocabulary Names { get; } = new()
    {
        Environments = [.. new[] { "prod", "staging", "test" }.Select(name => new Name(name))],
        Domains = [.. new[] { "infrastructure", "application", "content" }.Select(name => new Name(name))],
        Resources = [.. Resources.Select(name => new ResourceName(name, null, "prod"))],
        Issues = [.. Enumerable.Range(1, 5).Select(number => new IssueName($"infra-00{number}", number, Resources[number], "high", "prod"))],
    };
}
