using Helm.Speech.Engines;
using Helm.Speech.Synthesis;
using Helm.Speech.Transcription;
using Helm.Speech.Wake;

namespace Helm.Speech.Setup;

/// <summary>The engines as configured, each stage with those that stand in. All sessions of a process share them.</summary>
public sealed class SpeechEngines : IDisposable
{
    private readonly Dictionary<string, IReadOnlyList<ISpeechEngine>> _stages;
    private readonly EngineParts _parts;
    private readonly Action<EngineTrouble> _tell;

    /// <param name="tell">Told once of each engine that fails.</param>
    public SpeechEngines(SpeechOptions options, TimeProvider time, Action<EngineTrouble> tell)
    {
        _tell = tell;
        var parts = _parts = new EngineParts(options, time);
        var wake = Make(options.Hearing.Wake.Engines, EngineCatalog.Wake, parts);
        var transcription = Make(options.Hearing.Transcription.Engines, EngineCatalog.Transcription, parts);
        var synthesis = Make(options.Synthesis.Engines, EngineCatalog.Synthesis, parts);
        Wake = new FallbackWake(new EngineRoster<IWakeEngine>(wake, time, tell));
        Transcription = new FallbackTranscription(new EngineRoster<ITranscriptionEngine>(transcription, time, tell));
        Synthesis = new FallbackSynthesizer(new EngineRoster<ISynthesizer>(synthesis, time, tell));
        _stages = new() { ["wake"] = wake, ["transcription"] = transcription, ["synthesis"] = synthesis };
    }

    public IWakeEngine Wake { get; }

    public ITranscriptionEngine Transcription { get; }

    public ISynthesizer Synthesis { get; }

    /// <summary>How each configured engine is, stage by stage in the order of preference.</summary>
    public async Task<IReadOnlyList<SpeechPart>> CheckAsync(CancellationToken cancellation)
    {
        var parts = new List<SpeechPart>();
        foreach (var (stage, engines) in _stages)
        {
            foreach (var engine in engines)
            {
                var health = await engine.CheckAsync(cancellation);
                parts.Add(new SpeechPart(stage, engine.Name, health.IsAvailable, health.Detail, health.Remedy));
            }
        }

        return parts;
    }

    /// <summary>
    /// The voices of each engine that speaks, in the order of preference; the one that Helm uses is marked. Of an engine that
    /// does not answer it is told why.
    /// </summary>
    public async Task<IReadOnlyList<InstalledVoice>> VoicesAsync(CancellationToken cancellation)
    {
        var voices = new List<InstalledVoice>();
        foreach (var engine in _stages["synthesis"].OfType<ISynthesizer>())
        {
            try
            {
                var own = await engine.VoicesAsync(cancellation);
                var used = voices.Count == 0 ? own.FirstOrDefault(voice => voice.Name == engine.VoiceInUse) : null;
                voices.AddRange(own.Select(voice => new InstalledVoice(engine.Name, voice.Name, voice.Language, voice.About, voice == used)));
            }
            catch (SpeechEngineException failure)
            {
                _tell(new EngineTrouble(engine.Name, failure.Message, null));
            }
        }

        return voices;
    }

    public void Dispose()
    {
        Wake.Dispose();
        Transcription.Dispose();
        Synthesis.Dispose();
        _parts.Dispose();
    }

    private static List<TEngine> Make<TEngine>(
        string listed, Dictionary<string, Func<EngineParts, TEngine>> catalog, EngineParts parts) =>
        [.. EngineNames.Of(listed).Select(name => catalog[name](parts))];
}
