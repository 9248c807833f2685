using Helm.Operations.Settings;
using Microsoft.Extensions.Options;

namespace Helm.Host.Schedule;

/// <summary>Intervals are longer than nothing.</summary>
internal sealed class ScheduleOptionsCheck : IValidateOptions<ScheduleOptions>
{
    public ValidateOptionsResult Validate(string? name, ScheduleOptions options) => new Requirements(ScheduleOptions.Section)
        .Positive(nameof(options.WakeInterval), options.WakeInterval)
        .Positive(nameof(options.PurgeInterval), options.PurgeInterval)
        .Result();
}
