namespace Helm.Operations.Delivery;

/// <summary>A way to the outside: Slack, Teams, a loudspeaker, e-mail, a pager, a webhook.</summary>
public interface IDeliveryChannel
{
    /// <summary>As messages name it: <c>slack</c>.</summary>
    string Name { get; }

    /// <summary>Sends one message. May throw; that is tried again like <see cref="DeliveryOutcome.RetryAfter"/>.</summary>
    /// <remarks>
    /// A host that is killed between sending and noting it sends the same message again: where the outside knows a key against
    /// that, it is <see cref="OutboxMessage.Key"/>. Cancelled when it takes longer than <c>Helm:Delivery:SendTimeout</c>.
    /// </remarks>
    Task<DeliveryOutcome> SendAsync(OutboxMessage message, CancellationToken cancellation);
}

/// <summary>What became of one attempt to send.</summary>
public abstract record DeliveryOutcome
{
    private DeliveryOutcome()
    {
    }

    /// <param name="Reference">What the outside calls it, where that is worth keeping.</param>
    public sealed record Delivered(string? Reference = null) : DeliveryOutcome;

    /// <param name="Wait">As the outside asked for; null for Helm's own patience.</param>
    public sealed record RetryAfter(string Reason, TimeSpan? Wait = null) : DeliveryOutcome;

    /// <summary>It will never be taken as it is: a dead letter.</summary>
    public sealed record Refused(string Reason) : DeliveryOutcome;
}
