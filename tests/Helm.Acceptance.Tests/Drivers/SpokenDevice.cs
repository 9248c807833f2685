using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Helm.Acceptance.Tests.Drivers;

/// <summary>Somebody who talks to Helm, and says a thing again when it was not heard.</summary>
internal sealed class SpokenDevice : IAsyncDisposable
{
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly List<string> _log = [];
    private readonly VoiceLine _line;
    private readonly string _folder;

    private SpokenDevice(VoiceLine line, string folder) => (_line, _folder) = (line, folder);

    /// <summary>What happened so far, in order.</summary>
    public string Log => string.Join('\n', _log);

    public static async Task<SpokenDevice> ConnectAsync(Uri helm, string secret, string folder)
    {
        var device = new SpokenDevice(await VoiceLine.OpenAsync(helm, secret), folder);
        await device.NextAsync(TimeSpan.FromMinutes(1), one => Is(one, "ready"));
        return device;
    }

    /// <summary>Helm's answer as soon as it begins to speak; who begins with the wake phrase then interrupts it.</summary>
    public async Task<string> CallAsync(string words) => await TryAsync(words, isHeardOut: false) ?? throw new InvalidOperationException($"'{words}' was never answered:\n{Log}");

    /// <summary>Helm's answer, when it has been spoken.</summary>
    public async Task<string> AskAsync(string words) => await TryAsync(words) ?? throw new InvalidOperationException($"'{words}' was never answered:\n{Log}");

    /// <summary>Null when it was never understood. What was heard and not understood is said again at once, as a person would.</summary>
    public async Task<string?> TryAsync(string words, bool isHeardOut = true)
    {
        foreach (var voice in Flite.Voices)
        {
            _line.Say([.. new short[4_000], .. Flite.Say(_folder, voice, words)]);
            if (await NextAsync(TimeSpan.FromSeconds(45), IsOver) is { } answer && Is(answer, "answer"))
            {
                var after = !isHeardOut ? "speaking" : (bool)answer["asks"]! ? "listening" : "idle";
                await NextAsync(TimeSpan.FromSeconds(60), one => Is(one, "state") && (string)one["state"]! == after);
                return (string)answer["speech"]!;
            }
        }

        return null;
    }

    /// <summary>Waits until Helm says something of its own accord.</summary>
    public async Task<bool> IsToldAsync(string words) =>
        Log.Contains(words, StringComparison.Ordinal)
        || await NextAsync(TimeSpan.FromSeconds(120), one => one.ToJsonString().Contains(words, StringComparison.Ordinal)) is not null;

    public ValueTask DisposeAsync() => _line.DisposeAsync();

    private static bool IsOver(JsonNode one) => Is(one, "answer") || Is(one, "dropped") || (Is(one, "heard") && !(bool)one["accepted"]!);

    private static bool Is(JsonNode one, string type) => (string)one["type"]! == type;

    private async Task<JsonNode?> NextAsync(TimeSpan within, Func<JsonNode, bool> that)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Patience.Stop);
        limit.CancelAfter(within);
        try
        {
            while (true)
            {
                var one = await _line.Told.Reader.ReadAsync(limit.Token);
                _log.Add($"{_clock.Elapsed.TotalSeconds:0.0} {one.ToJsonString()}");
                if (that(one))
                {
                    return one;
                }
            }
        }
        catch (OperationCanceledException) when (!Patience.Stop.IsCancellationRequested)
        {
            return null;
        }
    }
}
