namespace Helm.Operations.Issues;

/// <summary>What hysteresis remembers of one fingerprint while it is not simply well.</summary>
public sealed record Signal
{
    public required string Fingerprint { get; init; }

    /// <summary>Windows in breach, and since then healthy ones, in a row.</summary>
    public int Bad { get; init; }

    public int Good { get; init; }

    /// <summary>Where the first window in breach began.</summary>
    public DateTimeOffset? BadSince { get; init; }

    /// <summary>The end of the latest window that was counted; none is counted twice.</summary>
    public DateTimeOffset? CountedUntil { get; init; }

    /// <summary>The open issue, once there is one.</summary>
    public string? IssueId { get; init; }

    /// <summary>The signal after one more measured window; the same when that window was counted before.</summary>
    internal Signal Count(Finding finding)
    {
        var window = finding.Observation;
        if (CountedUntil is { } counted && window.WindowEnd <= counted)
        {
            return this;
        }

        return finding.InBreach
            ? this with { Bad = Bad + 1, Good = 0, BadSince = BadSince ?? window.WindowStart, CountedUntil = window.WindowEnd }
            : this with { Bad = IssueId is null ? 0 : Bad, Good = Good + 1, CountedUntil = window.WindowEnd };
    }
}
