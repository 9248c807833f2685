using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Helm.Speech.Audio;
using Helm.Speech.Engines;
using Helm.Speech.Synthesis;

namespace Helm.Speech.Wyoming;

/// <summary>Speaks by a Wyoming server, such as Piper; the text goes there plain.</summary>
internal sealed class WyomingSynthesizer(WyomingTalk talk, SynthesisOptions options) : ISynthesizer
{
    private readonly RememberedHealth _health = talk.Health();

    public string Name => WyomingTalk.EngineName;

    public int SampleRate => SpeechFormat.SampleRate;

    public string? VoiceInUse => talk.Server.Name;

    public Task<EngineHealth> CheckAsync(CancellationToken cancellation) => _health.CheckAsync(cancellation);

    public async IAsyncEnumerable<short[]> SpeakAsync(string text, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        if (SpeakableText.From(text, options.LongestText) is not { Length: > 0 } speakable)
        {
            yield break;
        }

        using var client = await talk.ConnectAsync(cancellation);
        await client.SendAsync(WyomingEvent.Of("synthesize", Request(speakable)), cancellation);
        var sound = new WyomingSound();
        while (await NextAsync(client, cancellation) is { Type: not "audio-stop" } received)
        {
            if (received.Type == "audio-chunk")
            {
                yield return Read(sound, received);
            }
        }

        yield return sound.Rest();
    }

    public async Task<IReadOnlyList<VoiceDescription>> VoicesAsync(CancellationToken cancellation)
    {
        var offer = await talk.AskAsync(cancellation);
        return
        [
            .. offer.Models.Where(voice => voice.Languages.Count == 0 || voice.Languages.Any(language => language.StartsWith("en", StringComparison.OrdinalIgnoreCase)))
                .Select(voice => new VoiceDescription(voice.Name, voice.Languages is [var language, ..] ? language : "en", voice.Description ?? $"{offer.Program}'s {voice.Name}")),
        ];
    }

    public void Dispose()
    {
        // A connection lasts as long as its sentence.
    }

    private JsonObject Request(string text)
    {
        var voice = talk.Server.Name is { Length: > 0 } name ? new JsonObject { ["name"] = name } : new JsonObject { ["language"] = talk.Server.Language };
        return new JsonObject { ["text"] = text, ["voice"] = voice };
    }

    private async Task<WyomingEvent> NextAsync(WyomingClient client, CancellationToken cancellation)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        waiting.CancelAfter(talk.Patience);
        try
        {
            return await client.ReceiveAsync(waiting.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw client.Silent(talk.Patience);
        }
    }

    private short[] Read(WyomingSound sound, WyomingEvent chunk)
    {
        try
        {
            return sound.Read(chunk);
        }
        catch (InvalidWyomingException invalid)
        {
            throw new SpeechEngineException($"The Wyoming server at {talk.Server.Address} speaks in a form that Helm does not read: {invalid.Message}.");
        }
    }
}
