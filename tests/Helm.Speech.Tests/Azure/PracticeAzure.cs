using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Helm.Speech.Tests.Azure;

/// <summary>
/// A service on loopback that speaks the documented protocols of Azure Speech: streaming recognition and synthesis over
/// WebSocket, synthesis by REST, voices and tokens. Microsoft's own JavaScript SDK is driven against it unchanged.
/// </summary>
internal sealed class PracticeAzure : IAsyncDisposable
{
    private readonly WebApplication _app;

    private PracticeAzure(WebApplication app, PracticeDoors doors) => (_app, Doors) = (app, doors);

    public PracticeDoors Doors { get; }

    public AzureScript Script { set => Doors.Script = value; }

    public Uri Host => new(_app.Urls.First());

    /// <summary>How each request was allowed: <c>key</c> or <c>token N</c>, with its path.</summary>
    public IEnumerable<string> Seen => Doors.Seen;

    /// <summary>What each turn of recognition was told and heard.</summary>
    public ConcurrentQueue<RecognitionTurn> Turns => Doors.Turns;

    /// <summary>The SSML that came.</summary>
    public ConcurrentQueue<string> Spoken => Doors.Spoken;

    public static async Task<PracticeAzure> StartAsync(AzureScript? script = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var doors = new PracticeDoors { Script = script ?? new AzureScript() };
        app.UseWebSockets();
        app.Run(doors.ServeAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new PracticeAzure(app, doors);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    /// <summary>Each letter is so long; enough to tell texts apart.</summary>
    public static byte[] SoundOf(string text)
    {
        var sound = new byte[320 * text.Length];
        for (var i = 0; i < sound.Length; i++)
        {
            sound[i] = (byte)(text[i / 320] + i % 7);
        }

        return sound;
    }
}
