using Helm.Speech.Azure;
using Helm.Speech.Engines;
using Helm.Speech.Synthesis;
using Helm.Speech.Tests.Engines;
using Helm.Speech.Transcription;
using Helm.Speech.Wake;

namespace Helm.Speech.Tests.Azure;

/// <summary>Helm's engines with a practice service to ask.</summary>
internal sealed class AzureScene : IAsyncDisposable
{
    private readonly string _keyFile = Path.GetTempFileName();
    private readonly Lazy<AzureAccess> _access;

    private AzureScene(PracticeAzure service, TimeProvider time, bool useToken, TimeSpan patience)
    {
        File.WriteAllText(_keyFile, AzureScript.Key + "\n");
        Service = service;
        _access = new(() => new AzureAccess(
            new AzureSpeechOptions { Key = $"file:{_keyFile}", Host = Service.Host.ToString(), UseToken = useToken, Patience = patience }, time));
    }

    public PracticeAzure Service { get; }

    public List<EngineTrouble> Told { get; } = [];

    public ISynthesizer Voice => new AzureSynthesizer(_access.Value, new SynthesisOptions());

    public static async Task<AzureScene> SetAsync(AzureScript? script = null, TimeProvider? time = null, bool useToken = false) =>
        new(await PracticeAzure.StartAsync(script), time ?? TimeProvider.System, useToken, TimeSpan.FromSeconds(script is { IsMute: true } ? 2 : 60));

    public async Task<ITranscriptionEngine> EarAsync()
    {
        var engine = new AzureTranscription(_access.Value, new OpenLanguageFactory(new OpenThresholds(new AgreementOptions(), 0.5, 0.7), WakePhrase.Of("hey helm")));
        await engine.LearnAsync(SmallLanguage.Spoken, TestContext.Current.CancellationToken);
        return engine;
    }

    /// <summary>As it is configured: with another engine that takes its place.</summary>
    public async Task<Transcript> HearWithAsync(ITranscriptionEngine other, int times = 1)
    {
        using var engine = new FallbackTranscription(new EngineRoster<ITranscriptionEngine>([await EarAsync(), other], TimeProvider.System, Told.Add));
        for (var time = 1; time < times; time++)
        {
            await PracticeSpeech.HearAsync(engine);
        }

        return await PracticeSpeech.HearAsync(engine);
    }

    public async Task<Transcript> HearAsync(double seconds = 0.4, Action<string>? partial = null)
    {
        using var engine = await EarAsync();
        return await PracticeSpeech.HearAsync(engine, seconds, partial);
    }

    public Task<byte[]> SpeakAsync(string text) => PracticeSpeech.SpeakAsync(Voice, text);

    public async ValueTask DisposeAsync()
    {
        if (_access.IsValueCreated)
        {
            _access.Value.Dispose();
        }

        File.Delete(_keyFile);
        await Service.DisposeAsync();
    }
}
