using Helm.Operations.Delivery;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Helm.Chat.Turns;

/// <summary>A door's side of the inbox: who holds a message, and for how long.</summary>
/// <param name="door">Of which door the messages are; no other door takes them.</param>
internal abstract class DoorInbox(string door, IInbox inbox, TimeProvider time, IServer server)
{
    /// <summary>A message that fails every time, or takes the host down with it, is not tried for ever.</summary>
    public const int MostAttempts = 3;

    private bool _released;

    /// <summary>A door that is shut answers nobody, not even what came while it was open.</summary>
    public abstract bool IsOpen { get; }

    /// <summary>How long one answer may take.</summary>
    public abstract TimeSpan AnswerTimeout { get; }

    /// <summary>How long a message is known again.</summary>
    protected abstract TimeSpan RememberMessages { get; }

    /// <summary>
    /// The machine and the address, which only one living host has: when it starts again it takes over at once what it left
    /// behind. On a port of chance it waits like any other host until the hold is over.
    /// </summary>
    private string Holder => $"{door}@{Environment.MachineName}/{server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()}";

    private TimeSpan Hold => AnswerTimeout + TimeSpan.FromSeconds(10);

    /// <summary>False for a message that was delivered before.</summary>
    public Task<bool> TryAddAsync(string key, string body, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        return inbox.TryAddAsync(new(key, door, body, now) { Holder = Holder, HeldUntil = now + Hold }, cancellation);
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

        await inbox.PurgeAsync(door, now - RememberMessages, cancellation);
        return await inbox.TakeAsync(door, Holder, now, now + Hold, atMost: 100, cancellation);
    }
}
