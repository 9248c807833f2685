namespace Helm.Operations.OnCall;

/// <summary>Knows who is on call: a pager's schedule, or the rota of the configuration.</summary>
public interface IOnCallSource
{
    /// <summary>False when nothing is configured.</summary>
    bool IsOn { get; }

    Task<IReadOnlyList<OnCallShift>> NowAsync(CancellationToken cancellation);
}

/// <summary>Somebody who is on call now.</summary>
/// <param name="Schedule">As the pager calls it; null where there is only one.</param>
/// <param name="Until">Null when nobody relieves them.</param>
/// <param name="Next">Who comes then, where that is known.</param>
public sealed record OnCallShift(string Name, string? Schedule, DateTimeOffset? Until, string? Next = null);
