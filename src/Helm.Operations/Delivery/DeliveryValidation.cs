using Helm.Operations.Settings;
using Microsoft.Extensions.Options;

namespace Helm.Operations.Delivery;

/// <summary>Everything takes longer than nothing.</summary>
internal sealed class DeliveryValidation : IValidateOptions<DeliveryOptions>
{
    public ValidateOptionsResult Validate(string? name, DeliveryOptions options) => new Requirements(DeliveryOptions.Section)
        .Positive(nameof(options.FirstRetry), options.FirstRetry)
        .Positive(nameof(options.LongestRetry), options.LongestRetry)
        .Positive(nameof(options.GiveUpAfter), options.GiveUpAfter)
        .Positive(nameof(options.SendTimeout), options.SendTimeout)
        .Positive(nameof(options.Keep), options.Keep)
        .Result();
}
