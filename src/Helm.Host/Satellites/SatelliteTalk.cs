using System.Text.Json.Nodes;
using Helm.Host.Voice;
using Helm.Speech.Engines;
using Helm.Speech.Wyoming;

namespace Helm.Host.Satellites;

/// <summary>What one satellite asks for, event by event.</summary>
internal sealed class SatelliteTalk(WyomingWire wire, Device device, SatelliteParts parts) : IDisposable
{
    private WyomingSound _sound = new();
    private ISatelliteWork? _work;
    private SatelliteConversation? _conversation;

    /// <summary>Talks until the other end goes, or says what is no event.</summary>
    /// <param name="isCalled">It waits to be told to begin.</param>
    public async Task RunAsync(bool isCalled, CancellationToken cancellation)
    {
        try
        {
            if (isCalled)
            {
                await wire.WriteAsync(WyomingEvent.Of("run-satellite"), cancellation);
            }

            while (await wire.ReadAsync(cancellation) is { } asked)
            {
                await AnswerAsync(asked, cancellation);
            }
        }
        catch (InvalidWyomingException invalid)
        {
            await TryTellAsync(Error($"This is no event of the Wyoming protocol: {invalid.Message}.", "protocol"), cancellation);
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The satellite has gone, or Helm stops.
        }
        finally
        {
            await (_conversation?.CloseAsync() ?? Task.CompletedTask);
        }
    }

    public void Dispose()
    {
        _work?.Dispose();
        _conversation?.Dispose();
    }

    /// <summary>An engine that fails is an error of what was asked, not of the connection.</summary>
    private async Task AnswerAsync(WyomingEvent asked, CancellationToken cancellation)
    {
        try
        {
            await TakeAsync(asked, cancellation);
        }
        catch (SpeechEngineException)
        {
            await Begin(null);
            await wire.WriteAsync(Error("Helm cannot do that here; 'heyhelm doctor' says what to do.", "engine"), cancellation);
        }
    }

    // What is not in this list is nothing that Helm needs to know: who plays, who streams, other people's timers.
    private Task TakeAsync(WyomingEvent asked, CancellationToken cancellation) => asked.Type switch
    {
        "describe" => wire.WriteAsync(SatelliteInfo.Of(parts.Speech.Value.Hearing.Wake.Phrase), cancellation),
        "ping" => wire.WriteAsync(WyomingEvent.Of("pong", new JsonObject { ["text"] = asked.Text("text") }), cancellation),
        "run-pipeline" => ConverseAsync(asked, cancellation),
        "transcribe" => ListenAsync(cancellation),
        "detect" => Begin(new SatelliteDetection(wire, parts.Engines.Wake.Listen(), SatelliteInfo.WakeName(parts.Speech.Value.Hearing.Wake.Phrase))),
        "synthesize" => SatelliteSpeech.SpeakAsync(wire, parts.Engines.Synthesis, asked.Text("text") ?? "", cancellation),
        "audio-start" => BeginSoundAsync(cancellation),
        "audio-chunk" => _work?.TakeAsync(_sound.Read(asked), cancellation) ?? Task.CompletedTask,
        "audio-stop" => EndSoundAsync(cancellation),
        _ => Task.CompletedTask,
    };

    private async Task ConverseAsync(WyomingEvent asked, CancellationToken cancellation)
    {
        if (!IsHelms(asked))
        {
            await wire.WriteAsync(Error("Helm runs pipelines from wake or asr to tts or handle.", "pipeline"), cancellation);
            return;
        }

        if (_conversation is null && parts.Sessions.Count >= parts.Voice.Value.MostSessions)
        {
            await wire.WriteAsync(Error($"{parts.Voice.Value.MostSessions} talk already (Helm:Voice:MostSessions). Try again later.", "busy"), cancellation);
            return;
        }

        var conversation = Current(cancellation);
        await Begin(conversation);
        if (asked.Text("start_stage") == "asr")
        {
            conversation.Press();
        }
    }

    private static bool IsHelms(WyomingEvent pipeline) =>
        pipeline.Text("start_stage") is ("wake" or "asr") && pipeline.Text("end_stage") is ("tts" or "handle");

    private SatelliteConversation Current(CancellationToken cancellation)
    {
        if (_conversation is { IsOver: true })
        {
            _conversation.Dispose();
            _conversation = null;
        }

        return _conversation ??= new SatelliteConversation(wire, device, parts, cancellation);
    }

    private async Task ListenAsync(CancellationToken cancellation)
    {
        await parts.Language.KeepAsync(cancellation);
        await Begin(new SatelliteTranscription(wire, parts.Engines.Transcription.Begin(partial: null)));
    }

    /// <summary>To ask for a transcript first may be left out.</summary>
    private Task BeginSoundAsync(CancellationToken cancellation)
    {
        _sound = new WyomingSound();
        return _work is null ? ListenAsync(cancellation) : Task.CompletedTask;
    }

    private async Task EndSoundAsync(CancellationToken cancellation)
    {
        if (_work is not { } work)
        {
            return;
        }

        await work.TakeAsync(_sound.Rest(), cancellation);
        await work.EndAsync(cancellation);
        if (work != _conversation)
        {
            await Begin(null);
        }
    }

    private Task Begin(ISatelliteWork? work)
    {
        if (_work != _conversation)
        {
            _work?.Dispose();
        }

        _work = work;
        return Task.CompletedTask;
    }

    private async Task TryTellAsync(WyomingEvent told, CancellationToken cancellation)
    {
        try
        {
            await wire.WriteAsync(told, cancellation);
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // Whoever sent that need not hear the answer.
        }
    }

    private static WyomingEvent Error(string text, string code) => WyomingEvent.Of("error", new JsonObject { ["text"] = text, ["code"] = code });
}
