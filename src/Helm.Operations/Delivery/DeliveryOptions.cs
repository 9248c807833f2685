using Helm.Operations.Settings;

namespace Helm.Operations.Delivery;

/// <summary>How patiently messages are sent; section <c>Helm:Delivery</c>.</summary>
public sealed class DeliveryOptions
{
    public const string Section = "Helm:Delivery";

    /// <summary>Before the second attempt; twice as long before each further one.</summary>
    public Duration FirstRetry { get; set; } = Duration.FromSeconds(2);

    public Duration LongestRetry { get; set; } = Duration.FromMinutes(10);

    /// <summary>What could not be delivered for so long is a dead letter.</summary>
    public Duration GiveUpAfter { get; set; } = TimeSpan.FromHours(24);

    public Duration SendTimeout { get; set; } = Duration.FromSeconds(20);

    /// <summary>How long delivered messages and dead letters are kept.</summary>
    public Duration Keep { get; set; } = Duration.FromDays(30);
}
