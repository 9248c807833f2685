using Helm.Speech.Engines;

namespace Helm.Speech.Wyoming;

/// <summary>How one of Helm's stages talks to its server.</summary>
/// <param name="Stage">As <c>info</c> calls it: wake, asr, tts.</param>
internal sealed record WyomingTalk(string Stage, WyomingServerOptions Server, TimeSpan Patience, TimeProvider Time)
{
    public const string EngineName = "wyoming";

    // Readiness does not wait for long.
    private static readonly TimeSpan LongestQuestion = TimeSpan.FromSeconds(3);

    public Task<WyomingClient> ConnectAsync(CancellationToken cancellation) => WyomingClient.ConnectAsync(Server, Patience, cancellation);

    public RememberedHealth Health() => new(
        DescribeAsync, $"Start the Wyoming server, or correct Helm:Speech:Wyoming (docs/voice.md, Wyoming).", Time);

    /// <summary>What the server offers for the stage.</summary>
    /// <exception cref="SpeechEngineException">It does not answer.</exception>
    public async Task<WyomingOffer> AskAsync(CancellationToken cancellation)
    {
        var patience = Patience < LongestQuestion ? Patience : LongestQuestion;
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        waiting.CancelAfter(patience);
        using var client = await WyomingClient.ConnectAsync(Server, patience, cancellation);
        try
        {
            await client.SendAsync(WyomingEvent.Of("describe"), waiting.Token);
            while (await client.ReceiveAsync(waiting.Token) is var received)
            {
                if (received.Type == "info")
                {
                    return WyomingOffer.Of(received, Stage);
                }
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // As below.
        }

        cancellation.ThrowIfCancellationRequested();
        throw client.Silent(patience);
    }

    private async Task<string> DescribeAsync()
    {
        var offer = await AskAsync(CancellationToken.None);
        return offer.Models.Count == 0
            ? throw new SpeechEngineException($"The Wyoming server at {Server.Address} offers no {Stage} service; it offers {offer.Others}.")
            : Server.Name is { Length: > 0 } name && !offer.Models.Any(model => model.Name == name)
                ? throw new SpeechEngineException($"The Wyoming server at {Server.Address} has no \"{name}\"; it has {string.Join(", ", offer.Models.Take(10).Select(model => model.Name))}.")
                : $"{offer.Program} by Wyoming at {Server.Address}";
    }
}
