using Helm.Operations.Delivery;
using Microsoft.Extensions.Options;

namespace Helm.Chat.BotFramework;

/// <summary>This door's side of the inbox: who holds a message, and for how long.</summary>
internal sealed class Inbox(IInbox inbox, TimeProvider time, IOptions<BotFrameworkOptions> options)
{
    /// <summary>A message that fails every time, or takes the host down with it, is not tried for ever.</summary>
    public const int MostAttempts = 3;

    private const string Door = "bot-framework";

    /// <summary>The machine: a host that starts again takes over at once what it left behind.</summary>
    private static readonly string Holder = $"{Door}@{Environment.MachineName}";

    private bool _released;

    private TimeSpan Hold => options.Value.AnswerTimeout.Value + TimeSpan.FromSeconds(10);

    /// <summary>False for a message that was delivered before.</summary>
    public Task<bool> TryAddAsync(string key, Activity activity, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        return inbox.TryAddAsync(
            new(key, Door, ActivityJson.WriteText(activity), now) { Holder = Holder, HeldUntil = now + Hold }, cancellation);
    }

    public Task CompleteAsync(string key, CancellationToken cancellation) => inbox.CompleteAsync(key, cancellation);

    public async Task<IReadOnlyList<InboxMessage>> TakeAbandonedAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (!_released)
        {
            await inbox.ReleaseAsync(Holder, cancellation);
            _released = true;
        }

        await inbox.PurgeAsync(now - options.Value.RememberMessages.Value, cancellation);
        return await inbox.TakeAsync(Holder, now, now + Hold, atMost: 100, cancellation);
    }
}
