using System.Net;
using Helm.Speech.Audio;
using Helm.Speech.Setup;
using Helm.Speech.Synthesis;

namespace Helm.Host.Tests.Satellites;

/// <summary>Another Helm, all of whose engines are a Wyoming server.</summary>
internal sealed class HelmAsClient(IPEndPoint server) : IDisposable
{
    private readonly SpeechEngines _engines = new(
        new SpeechOptions
        {
            Hearing = { Wake = { Engines = "wyoming" }, Transcription = { Engines = "wyoming" } },
            Synthesis = { Engines = "wyoming" },
            Wyoming =
            {
                // A server that has just started learns its language before it hears.
                Patience = TimeSpan.FromSeconds(30),
                Wake = { Address = server.ToString(), Name = "hey_helm" },
                Transcription = { Address = server.ToString(), Name = "helm" },
                Synthesis = { Address = server.ToString(), Name = "helm" },
            },
        },
        TimeProvider.System,
        trouble => Assert.Fail(trouble.Reason));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public Task<SpeechHealth> HealthAsync() => SpeechHealth.CheckAsync(_engines, Cancellation);

    public async Task<string> HearAsync(short[] sound)
    {
        await _engines.Transcription.LearnAsync(new([], new Dictionary<string, IReadOnlyList<string>>()), Cancellation);
        using var sentence = _engines.Transcription.Begin(null);
        sentence.Push(sound);
        return (await sentence.EndAsync(Cancellation)).Words;
    }

    public async Task<bool> WakesAsync(short[] sound)
    {
        using var listener = _engines.Wake.Listen();
        foreach (var frame in sound.Chunk(SpeechFormat.FrameSamples).Where(frame => frame.Length == SpeechFormat.FrameSamples))
        {
            if (listener.Push(frame) is not null)
            {
                return true;
            }

            await Task.Delay(10, Cancellation);
        }

        return false;
    }

    public Task<TimeSpan> SpeakAsync(string text, string file) => _engines.Synthesis.SpeakToFileAsync(text, file, Cancellation);

    public void Dispose() => _engines.Dispose();
}
