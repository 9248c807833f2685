using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Helm.Speech.Tests.Azure;

/// <summary>What one turn of recognition was told and heard.</summary>
internal sealed record RecognitionTurn(string Query, JsonElement Config, JsonElement Context, byte[] Head, byte[] Sound)
{
    public List<string> Hints =>
        [.. Context.GetProperty("dgi").GetProperty("groups")[0].GetProperty("items").EnumerateArray().Select(item => item.GetProperty("text").GetString()!)];
}

/// <summary>Streaming recognition: turns of speech.config, speech.context and sound up; hypotheses, phrases and turn.end down.</summary>
internal sealed class RecognitionTalk(PracticeDoors service) : ITalk
{
    private JsonElement _config;
    private JsonElement _context;
    private byte[]? _head;
    private readonly List<byte> _sound = [];
    private bool _isStarted;
    private bool _isOver;

    public async Task TalkAsync(WebSocket socket, HttpContext http)
    {
        var talk = new PracticeSocket(socket);
        while (await talk.ReceiveAsync(http.RequestAborted) is { } message)
        {
            if (message.Sound is { } sound)
            {
                await TakeSoundAsync(talk, message, sound, http);
            }
            else if (message.Path is "speech.config" or "speech.context")
            {
                (_config, _context) = message.Path == "speech.config"
                    ? (JsonDocument.Parse(message.Body).RootElement, _context)
                    : (_config, JsonDocument.Parse(message.Body).RootElement);
            }
        }
    }

    private async Task TakeSoundAsync(PracticeSocket talk, PracticeMessage message, byte[] sound, HttpContext http)
    {
        if (_head is null)
        {
            Assert.Equal("RIFF", System.Text.Encoding.ASCII.GetString(sound, 0, 4));
            _head = sound;
            _isOver = false;
            return;
        }

        _sound.AddRange(sound);
        if (service.Script.Close is { } close)
        {
            await talk.CloseAsync(close.Code, close.Reason, http.RequestAborted);
        }
        else if (service.Script.Drops)
        {
            http.Abort();
        }
        else if (!_isOver && !service.Script.IsMute)
        {
            await AnswerAsync(talk, message.Request, isEnd: sound.Length == 0, http);
        }
    }

    private async Task AnswerAsync(PracticeSocket talk, string request, bool isEnd, HttpContext http)
    {
        Task TellAsync(string path, object body) => talk.SendAsync(path, request, body, http.RequestAborted);
        if (!_isStarted)
        {
            _isStarted = true;
            await TellAsync("turn.start", new { context = new { serviceTag = Guid.NewGuid().ToString("N") } });
            if (service.Script.Status is null)
            {
                await TellAsync("speech.startDetected", new { Offset = 100_000 });
                await HypothesesAsync(TellAsync);
            }
        }

        // Like the service, it waits for more as long as sound comes.
        if (!isEnd)
        {
            return;
        }

        service.Turns.Enqueue(new RecognitionTurn(http.Request.QueryString.ToString(), _config, _context, _head!, [.. _sound]));
        await TellAsync("speech.endDetected", new { Offset = 9_000_000 });
        await PhrasesAsync(TellAsync);
        await TellAsync("turn.end", new { });
        (_head, _isStarted, _isOver) = (null, false, true);
        _sound.Clear();
    }

    private async Task HypothesesAsync(Func<string, object, Task> tell)
    {
        var words = service.Script.Phrases[0][0].Lexical.Split(' ');
        for (var count = 1; count < words.Length; count += 2)
        {
            await tell("speech.hypothesis", new { Text = string.Join(' ', words.Take(count)), Offset = 100_000, Duration = 1_000_000 * count });
        }
    }

    private async Task PhrasesAsync(Func<string, object, Task> tell)
    {
        if (service.Script.Status is { } status)
        {
            await tell("speech.phrase", new { Id = Guid.NewGuid().ToString("N"), RecognitionStatus = status, Offset = 0, Duration = 0, DisplayText = "" });
            return;
        }

        foreach (var ways in service.Script.Phrases)
        {
            await tell("speech.phrase", new
            {
                Id = Guid.NewGuid().ToString("N"),
                RecognitionStatus = "Success",
                DisplayText = Display(ways[0].Lexical),
                Offset = 100_000,
                Duration = 8_900_000,
                Channel = 0,
                NBest = ways.Select(way => new { way.Confidence, way.Lexical, ITN = way.Lexical, MaskedITN = way.Lexical, Display = Display(way.Lexical) }),
            });
        }
    }

    private static string Display(string lexical) => char.ToUpperInvariant(lexical[0]) + lexical[1..] + ".";
}
