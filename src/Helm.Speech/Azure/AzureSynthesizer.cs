using System.Runtime.CompilerServices;
using System.Text;
using Helm.Speech.Audio;
using Helm.Speech.Engines;
using Helm.Speech.Synthesis;

namespace Helm.Speech.Azure;

/// <summary>Speaks by Azure Speech: SSML there, raw sound back while it is being made.</summary>
internal sealed class AzureSynthesizer(AzureAccess access, SynthesisOptions options) : ISynthesizer
{
    public const string EngineName = "azure";

    private readonly RememberedHealth _health = AzureHealth.Of(access, access.Options.SynthesisHost);

    public string Name => EngineName;

    public int SampleRate => SpeechFormat.SampleRate;

    public string? VoiceInUse => access.Options.Voice;

    public Task<EngineHealth> CheckAsync(CancellationToken cancellation) => _health.CheckAsync(cancellation);

    public async IAsyncEnumerable<short[]> SpeakAsync(string text, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        if (SpeakableText.From(text, options.LongestText) is not { Length: > 0 } speakable)
        {
            yield break;
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, access.Endpoints.Synthesis)
        {
            Content = new StringContent(Markup(speakable), Encoding.UTF8, "application/ssml+xml"),
        };
        request.Headers.Add("X-Microsoft-OutputFormat", RawSound.Format);
        using var answer = await access.SendAsync(request, cancellation);
        await using var sound = await answer.Content.ReadAsStreamAsync(cancellation);
        await foreach (var chunk in RawSound.ReadAsync(sound, access.Options.Patience, cancellation))
        {
            yield return chunk;
        }
    }

    /// <exception cref="SpeechEngineException">It was refused or got no answer; the message says what to do.</exception>
    public Task<IReadOnlyList<VoiceDescription>> VoicesAsync(CancellationToken cancellation) => AzureVoices.ListAsync(access, cancellation);

    public void Dispose()
    {
        // The way there belongs to all engines.
    }

    private string Markup(string text) => Ssml.Of(text, access.Options.Voice, access.Options.Language, options.WordsPerMinute);
}
