namespace Helm.PracticeCloud.Metrics;

/// <summary>What a scenario does to one series while it is in force.</summary>
internal sealed record Effect
{
    /// <summary>The scenario that it belongs to.</summary>
    public required string Scenario { get; init; }

    public double? Set { get; init; }

    public double? Multiply { get; init; }

    public double? Add { get; init; }

    /// <summary>Only for measured values: the 95th percentile while in force.</summary>
    public double? P95 { get; init; }

    /// <summary>The series publishes nothing.</summary>
    public bool Missing { get; init; }

    /// <summary>Epoch seconds of the onset.</summary>
    public required long From { get; init; }

    /// <summary>Seconds until the effect has its full weight.</summary>
    public long Ramp { get; init; }

    /// <summary>Epoch seconds of the moment the scenario was cleared.</summary>
    public long To { get; init; } = long.MaxValue;

    /// <summary>Seconds after clearing until the effect has no weight.</summary>
    public long Recovery { get; init; }

    public double Apply(double value) => Set ?? ((value * (Multiply ?? 1)) + (Add ?? 0));

    /// <summary>0 before the onset and after recovery, 1 in force, in between on a ramp.</summary>
    public double Weight(long time)
    {
        if (time < From)
        {
            return 0;
        }

        var risen = Ramp <= 0 ? 1 : Math.Min(1, (time - From) / (double)Ramp);
        if (time < To)
        {
            return risen;
        }

        return Recovery <= 0 ? 0 : Math.Max(0, risen * (1 - ((time - To) / (double)Recovery)));
    }

    /// <summary>The next moment after which the weight changes, for the cutting of minutes.</summary>
    public long NextChange(long time, int resolution)
    {
        if (time < From)
        {
            return From;
        }

        var ramping = time < From + Ramp || (time >= To && time < To + Recovery);
        return ramping ? time + resolution : time < To ? To : long.MaxValue;
    }
}
