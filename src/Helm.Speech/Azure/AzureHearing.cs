using System.Threading.Channels;
using Helm.Speech.Transcription;

namespace Helm.Speech.Azure;

/// <summary>Hears one sentence: a connection and a turn of the protocol.</summary>
internal sealed class AzureHearing(AzureAccess access, OpenLanguage language, IReadOnlyList<string> hints, Action<string>? partial)
{
    public ITranscription Begin() => new StreamedSentence(HearAsync, access.Options.Patience, () => AzureRefusal.Silent(access.Options.Patience));

    private async Task<Transcript> HearAsync(ChannelReader<byte[]> sound, CancellationToken cancellation)
    {
        using var socket = await UspSocket.ConnectAsync(access, cancellation);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var turn = new AzureTurn(socket, access.Time, UspContext.Json(hints));
        var sending = turn.SendAsync(sound, ended.Token);
        try
        {
            return language.Of(Joined(await turn.ReceiveAsync(partial, cancellation)));
        }
        finally
        {
            await ended.CancelAsync();
            await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>A pause may have cut the sentence in two; the other ways to hear it count only when it did not.</summary>
    private static IReadOnlyList<OpenHypothesis> Joined(List<AzurePhrase> phrases)
    {
        var said = phrases.Where(phrase => phrase is { Status: "Success", Best.Count: > 0 }).ToList();
        return said.Count switch
        {
            0 => [],
            1 => said[0].Best,
            _ => [new OpenHypothesis(string.Join(' ', said.Select(phrase => phrase.Best[0].Words)), said.Min(phrase => phrase.Best[0].Confidence))],
        };
    }
}
