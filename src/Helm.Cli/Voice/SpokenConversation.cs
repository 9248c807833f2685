using Helm.Cli.Remote;
using Helm.Speech.Sessions;
using Helm.Speech.Transcription;

namespace Helm.Cli.Voice;

/// <summary>One spoken conversation with a host: what is asked, and what is shown of it.</summary>
internal sealed class SpokenConversation(HostClient host)
{
    private readonly string _conversation = $"listen-{Environment.ProcessId}";

    public async Task<SpokenAnswer?> AnswerAsync(Transcript heard, CancellationToken cancellation)
    {
        if (heard.Verdict == Verdict.DidYouMean)
        {
            return new SpokenAnswer($"Did you mean: {heard.Words}? Please say it again.", ListenAgain: true);
        }

        var reply = await host.AskAsync(heard.Words, _conversation, "voice", cancellation);
        return new SpokenAnswer(reply.GetProperty("speech").GetString()!, ListenAgain: reply.TryGetProperty("pending", out _));
    }

    public static void Show(VoiceEvent happened)
    {
        var line = happened switch
        {
            VoiceEvent.Changed { State: var state } => $"[{state.ToString().ToLowerInvariant()}]",
            VoiceEvent.Heard { Transcript: { Verdict: Verdict.Accepted } transcript } => $"you>  {transcript.Words}",
            VoiceEvent.Heard => "(not understood)",
            VoiceEvent.Answered { Answer: var answer } => $"helm> {answer.Speech}",
            VoiceEvent.Failed { Reason: var reason } => $"(no answer: {reason})",
            _ => null,
        };
        if (line is not null)
        {
            Console.WriteLine(line);
        }
    }
}
