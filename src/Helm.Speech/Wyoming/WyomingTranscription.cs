using System.Text.Json.Nodes;
using System.Threading.Channels;
using Helm.Conversation.Intents;
using Helm.Speech.Engines;
using Helm.Speech.Transcription;

namespace Helm.Speech.Wyoming;

/// <summary>Transcribes by a Wyoming server, such as one of Whisper.</summary>
internal sealed class WyomingTranscription(WyomingTalk talk, OpenLanguageFactory languages) : ITranscriptionEngine
{
    private readonly RememberedHealth _health = talk.Health();
    private (OpenLanguage Commands, OpenLanguage Words)? _learned;

    public string Name => WyomingTalk.EngineName;

    public Task<EngineHealth> CheckAsync(CancellationToken cancellation) => _health.CheckAsync(cancellation);

    public Task LearnAsync(SpokenLanguage language, CancellationToken cancellation)
    {
        _learned = (languages.Of(language), languages.Of(ChallengeLanguage.Of(language, [])));
        return Task.CompletedTask;
    }

    public ITranscription Begin(Action<string>? partial) => Begin(Learned.Commands, partial);

    public ITranscription BeginWords() => Begin(Learned.Words, null);

    public void Dispose()
    {
        // A connection lasts as long as its sentence.
    }

    private (OpenLanguage Commands, OpenLanguage Words) Learned =>
        _learned ?? throw new SpeechEngineException("The Wyoming engine has not been told yet what can be said; call LearnAsync first.");

    private StreamedSentence Begin(OpenLanguage language, Action<string>? partial) => new(
        (sound, cancellation) => HearAsync(language, partial, sound, cancellation),
        talk.Patience,
        () => new SpeechEngineException($"The Wyoming server at {talk.Server.Address} gave no text within {talk.Patience.TotalSeconds:0.#} seconds (Helm:Speech:Wyoming:Patience)."));

    private async Task<Transcript> HearAsync(OpenLanguage language, Action<string>? partial, ChannelReader<byte[]> sound, CancellationToken cancellation)
    {
        using var client = await talk.ConnectAsync(cancellation);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var sending = SendAsync(client, sound, ended.Token);
        try
        {
            return language.Of([new OpenHypothesis(await ReceiveAsync(client, partial, cancellation), null)]);
        }
        finally
        {
            await ended.CancelAsync();
            await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task SendAsync(WyomingClient client, ChannelReader<byte[]> sound, CancellationToken cancellation)
    {
        var data = new JsonObject { ["language"] = talk.Server.Language };
        if (talk.Server.Name is { Length: > 0 } model)
        {
            data["name"] = model;
        }

        await client.SendAsync(WyomingEvent.Of("transcribe", data), cancellation);
        await client.SendAsync(WyomingEvent.SoundBegins(), cancellation);
        await foreach (var samples in sound.ReadAllAsync(cancellation))
        {
            await client.SendAsync(WyomingEvent.Sound(samples.AsSpan()), cancellation);
        }

        await client.SendAsync(WyomingEvent.SoundEnds(), cancellation);
    }

    /// <summary>A server that streams tells the words in pieces before it tells the whole.</summary>
    private static async Task<string> ReceiveAsync(WyomingClient client, Action<string>? partial, CancellationToken cancellation)
    {
        var soFar = "";
        while (true)
        {
            var received = await client.ReceiveAsync(cancellation);
            if (received.Type == "transcript")
            {
                return received.Text("text") ?? "";
            }

            if (received.Type == "transcript-chunk" && received.Text("text") is { Length: > 0 } piece)
            {
                soFar += piece;
                partial?.Invoke(soFar.Trim());
            }
        }
    }
}
