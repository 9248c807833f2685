namespace Helm.Speech.Tests.Wyoming;

/// <summary>The server's side of the exchanges in the README of the Wyoming project, section "Event Flow".</summary>
internal static class WrittenExchanges
{
    public const string Info =
        """
        {"asr": [{"name": "faster-whisper", "attribution": {"name": "Guillaume Klein", "url": "https://example.org"}, "installed": true, "description": "Faster Whisper", "version": "2.4.0",
          "models": [{"name": "base.en", "languages": ["en"], "attribution": {"name": "x", "url": "y"}, "installed": true, "description": "base", "version": null}], "supports_transcript_streaming": false}],
         "tts": [{"name": "piper", "attribution": {"name": "rhasspy", "url": "https://example.org"}, "installed": true, "description": "A fast, local, neural text to speech engine", "version": "1.3.2",
          "voices": [{"name": "en_US-lessac-medium", "languages": ["en_US"], "attribution": {"name": "x", "url": "y"}, "installed": true, "description": "lessac (medium)", "version": null, "speakers": null},
                     {"name": "de_DE-thorsten-medium", "languages": ["de_DE"], "attribution": {"name": "x", "url": "y"}, "installed": true, "description": "thorsten", "version": null, "speakers": null}]}],
         "wake": [{"name": "openwakeword", "attribution": {"name": "dscripka", "url": "https://example.org"}, "installed": true, "description": "An open-source audio wake word detection library", "version": "1.8.2",
          "models": [{"name": "hey_helm_v0.1", "languages": [], "attribution": {"name": "x", "url": "y"}, "installed": true, "description": "hey helm", "version": "v0.1", "phrase": "hey helm"}]}],
         "handle": [], "intent": [], "mic": [], "snd": []}
        """;

    /// <summary>1. → describe 2. ← info</summary>
    public static async Task DescribeAsync(WyomingPeer peer)
    {
        await peer.ExpectAsync("describe");
        await peer.SendEventAsync("info", Info);
    }

    /// <summary>→ transcribe, audio-start, audio-chunk until audio-stop; ← transcript.</summary>
    public static Func<WyomingPeer, Task> Transcribe(string text, List<byte>? heard = null) => async peer =>
    {
        await HearAsync(peer, heard);
        await peer.SendEventAsync("transcript", $$"""{"text": "{{text}}"}""");
    };

    /// <summary>Streaming: ← transcript-start, transcript-chunk …; the transcript all the same, transcript-stop.</summary>
    public static Func<WyomingPeer, Task> TranscribeInPieces(params string[] pieces) => async peer =>
    {
        await HearAsync(peer, null);
        await peer.SendEventAsync("transcript-start", """{"language": "en"}""");
        foreach (var piece in pieces)
        {
            await peer.SendEventAsync("transcript-chunk", $$"""{"text": "{{piece}}"}""");
        }

        await peer.SendEventAsync("transcript", $$"""{"text": "{{string.Concat(pieces)}}"}""");
        await peer.SendEventAsync("transcript-stop");
    };

    /// <summary>→ synthesize; ← audio-start, audio-chunk, audio-stop.</summary>
    public static Func<WyomingPeer, Task> Synthesize(int rate, int channels, byte[] sound, List<string>? said = null) => async peer =>
    {
        var (data, _) = await peer.ExpectAsync("synthesize");
        said?.Add(data.ToJsonString());
        await peer.SendEventAsync("audio-start", $$"""{"rate": {{rate}}, "width": 2, "channels": {{channels}}, "timestamp": 0}""");
        foreach (var piece in sound.Chunk(2_048))
        {
            // In one line, as the first programs of the project wrote it.
            await peer.SendAsync($$$"""{"type": "audio-chunk", "data": {"rate": {{{rate}}}, "width": 2, "channels": {{{channels}}}}, "payload_length": {{{piece.Length}}}}""", payload: piece);
        }

        await peer.SendEventAsync("audio-stop", """{"timestamp": null}""");
    };

    /// <summary>→ detect, audio-start, audio-chunk until a ← detection; then on.</summary>
    public static Func<WyomingPeer, Task> Detect(string name, int afterChunks) => async peer =>
    {
        await peer.ExpectAsync("detect");
        await peer.ExpectAsync("audio-start");
        for (var chunk = 1; await peer.ReadAsync() is ("audio-chunk", var data, _); chunk++)
        {
            if (chunk % afterChunks == 0)
            {
                await peer.SendEventAsync("detection", $$"""{"name": "{{name}}", "timestamp": {{(long)data["timestamp"]!}}, "speaker": null}""");
            }
        }
    };

    private static async Task HearAsync(WyomingPeer peer, List<byte>? heard)
    {
        var (asked, _) = await peer.ExpectAsync("transcribe");
        Assert.Equal("en", (string?)asked["language"]);
        var (format, _) = await peer.ExpectAsync("audio-start");
        Assert.Equal((16_000, 2, 1), ((int)format["rate"]!, (int)format["width"]!, (int)format["channels"]!));
        while (await peer.ReadAsync() is ("audio-chunk", var data, var sound))
        {
            Assert.Equal((16_000, 2, 1), ((int)data["rate"]!, (int)data["width"]!, (int)data["channels"]!));
            heard?.AddRange(sound);
        }
    }
}
