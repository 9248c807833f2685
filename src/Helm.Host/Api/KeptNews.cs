using Helm.Operations.Delivery;

namespace Helm.Host.Api;

/// <summary>
/// The channel "api": programs and terminals cannot be written to, so news for a conversation of theirs are kept with the
/// messages that were delivered, and fetched by <c>GET /api/news</c>.
/// </summary>
internal sealed class KeptNews : IDeliveryChannel
{
    public const string Channel = "api";

    public string Name => Channel;

    public Task<DeliveryOutcome> SendAsync(OutboxMessage message, CancellationToken cancellation) =>
        Task.FromResult<DeliveryOutcome>(new DeliveryOutcome.Delivered());
}
