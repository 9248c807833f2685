using Helm.Operations.Settings;
using Microsoft.Extensions.Options;

namespace Helm.Operations.Monitoring;

/// <summary>Intervals that a host can keep.</summary>
internal sealed class MonitoringValidation : IValidateOptions<MonitoringOptions>
{
    public ValidateOptionsResult Validate(string? name, MonitoringOptions options) =>
        new Requirements("Helm:Monitoring")
            .Positive(nameof(options.HealthCheckInterval), options.HealthCheckInterval)
            .Positive(nameof(options.AlarmInterval), options.AlarmInterval)
            .Positive(nameof(options.MetricsRetention), options.MetricsRetention)
            .Require(
                options.ClaimLease.Value >= TimeSpan.FromSeconds(3),
                nameof(options.ClaimLease),
                options.ClaimLease,
                "at least 3s")
            .Require(
                options.StaleAfterIntervals >= 1,
                nameof(options.StaleAfterIntervals),
                options.StaleAfterIntervals,
                "at least 1")
            .Result();
}
