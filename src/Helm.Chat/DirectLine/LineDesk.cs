using System.Threading.RateLimiting;
using Helm.Chat.BotFramework;
using Helm.Chat.BotFramework.Cards;
using Microsoft.Extensions.Options;

namespace Helm.Chat.DirectLine;

/// <summary>Takes in what is said on the page: shown to every client of the conversation, kept, and answered afterwards.</summary>
internal sealed class LineDesk(Transcript transcript, DirectLineInbox inbox, DirectLineTurns turns, IOptions<DirectLineOptions> options) : IDisposable
{
    /// <summary>What Helm answers when a message has no words.</summary>
    private const string NoWords = "help";

    private readonly PartitionedRateLimiter<string> _pace = PartitionedRateLimiter.Create<string, string>(person =>
        RateLimitPartition.GetTokenBucketLimiter(person, _ => new()
        {
            TokenLimit = options.Value.MessagesAMinute,
            TokensPerPeriod = options.Value.MessagesAMinute,
            ReplenishmentPeriod = TimeSpan.FromMinutes(1),
            QueueLimit = 0,
        }));

    /// <summary>False when this person says more than anybody could read.</summary>
    public bool MayGoOn(string person)
    {
        using var lease = _pace.AttemptAcquire(person);
        return lease.IsAcquired;
    }

    public async Task BeginAsync(Pass pass, CancellationToken cancellation) =>
        await KeepAsync(DirectLineMessage.Welcome(pass), cancellation);

    /// <summary>The id of what was said; the same when it is said again under the client's own id for it.</summary>
    public async Task<string> SayAsync(Pass pass, Activity activity, Upload? upload, CancellationToken cancellation)
    {
        var id = DirectLineMessage.IdOf(LineActivity.ClientId(activity));
        if (activity.Type is not (null or ActivityTypes.Message))
        {
            return id; // that somebody types, or that a client has come, is nothing to answer
        }

        await transcript.AddAsync(pass.Conversation, id, LineActivity.OfPerson(activity, pass, upload?.Files ?? []), cancellation);
        await KeepAsync(
            new(pass.Conversation, id, pass.PersonId, pass.Name, SpokenText.Of(activity) ?? NoWords) { Decision = CardVerbs.Decision(activity.Value) }, cancellation);
        return id;
    }

    public void Dispose() => _pace.Dispose();

    private async Task KeepAsync(DirectLineMessage message, CancellationToken cancellation)
    {
        if (await inbox.TryAddAsync(message.Key, message.Write(), cancellation))
        {
            turns.Enqueue(message.Key, message);
        }
    }
}
