using Helm.Operations.Delivery;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace Helm.Chat.BotFramework;

/// <summary>This door's side of the inbox: who holds a message, and for how long.</summary>
internal sealed class Inbox(IInbox inbox, TimeProvider time, IOptions<BotFrameworkOptions> options, IServer server)
{
    /// <summary>A message that fails every time, or takes the host down with it, is not tried for ever.</summary>
    public const int MostAttempts = 3;

    private const string Door = "bot-framework";

    private bool _released;

    /// <summary>
    /// The machine and the address, which only one living host has: when it starts again it takes over at once what it left
    /// behind. On a port of chance it waits like any other host until the hold is over.
    /// </summary>
    private string Holder => $"{Door}@{Environment.MachineName}/{server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()}";

    /// <summary>A door that is shut answers nobody, not even what came while it was open.</summary>
    public bool IsOpen => options.Value.Enabled;

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
