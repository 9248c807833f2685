using Helm.Operations.Settings;
using Microsoft.Extensions.Options;

namespace Helm.Operations.OnCall;

/// <summary>Who is on call in turns; section <c>Helm:OnCall</c>.</summary>
public sealed class RotaOptions
{
    public const string Section = "Helm:OnCall";

    /// <summary>In the order of their shifts; empty for no rota.</summary>
    public IList<string> People { get; } = [];

    /// <summary>When the first of them began.</summary>
    public DateTimeOffset Since { get; set; } = new(2025, 1, 6, 9, 0, 0, TimeSpan.Zero);

    public Duration Shift { get; set; } = Duration.FromDays(7);
}

/// <summary>Shifts last longer than nothing.</summary>
internal sealed class RotaValidation : IValidateOptions<RotaOptions>
{
    public ValidateOptionsResult Validate(string? name, RotaOptions options) =>
        new Requirements(RotaOptions.Section).Positive(nameof(options.Shift), options.Shift).Result();
}

/// <summary>The rota of the configuration.</summary>
public sealed class Rota(IOptions<RotaOptions> options, TimeProvider time) : IOnCallSource
{
    public bool IsOn => options.Value.People.Count > 0;

    public Task<IReadOnlyList<OnCallShift>> NowAsync(CancellationToken cancellation)
    {
        var (people, since, length) = (options.Value.People, options.Value.Since, options.Value.Shift.Value);
        var now = time.GetUtcNow();
        if (people.Count == 0 || now < since)
        {
            return Task.FromResult<IReadOnlyList<OnCallShift>>([]);
        }

        var shift = (now - since).Ticks / length.Ticks;
        var next = people.Count > 1 ? people[(int)((shift + 1) % people.Count)] : null;
        return Task.FromResult<IReadOnlyList<OnCallShift>>(
            [new(people[(int)(shift % people.Count)], null, next is null ? null : since + (length * (shift + 1)), next)]);
    }
}
