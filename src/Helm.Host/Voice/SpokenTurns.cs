using Helm.Conversation.Intents;
using Helm.Conversation.Turns;
using Helm.Host.Turns;
using Helm.Operations.People;
using Helm.Speech.Sessions;
using Helm.Speech.Transcription;

namespace Helm.Host.Voice;

/// <summary>What Helm says to somebody at a device.</summary>
internal sealed class SpokenTurns(LoggedTurns turns, Device device, double sureEnough, TimeProvider time)
{
    /// <summary>With a "did you mean …?" where it was heard badly.</summary>
    public static Func<Transcript, CancellationToken, Task<SpokenAnswer?>> At(Device device, LoggedTurns turns, double sureEnough, TimeProvider time) =>
        new Doubt(new SpokenTurns(turns, device, sureEnough, time).AnswerAsync).AnswerAsync;

    /// <summary>Null for talk that is not for Helm: a room is full of it.</summary>
    public async Task<SpokenAnswer?> AnswerAsync(Transcript heard, CancellationToken cancellation)
    {
        var reply = await turns.RespondAsync(
            new Utterance(heard.Words, $"voice:{device.Id}", device.Owner, Channel.Voice)
            {
                Heard = new Hearing(device.Id, heard.Distance <= sureEnough, time.GetUtcNow()),
            },
            cancellation);
        return reply.Intent == IntentNames.OutOfScope && reply.Pending is null
            ? null
            : new SpokenAnswer(reply.Speech, ListenAgain: reply.Pending is not null, AsksForWords: reply.Pending?.Plan?.Challenge is not null);
    }
}
