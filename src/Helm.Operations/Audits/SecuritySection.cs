namespace Helm.Operations.Audits;

/// <summary>How safe an account is, by the controls of Security Hub.</summary>
public sealed record SecuritySection
{
    /// <summary>Of a hundred, as Security Hub counts; null when no control has data.</summary>
    public required int? Score { get; init; }

    public required int ControlsPassed { get; init; }

    public required int ControlsFailed { get; init; }

    /// <summary>Security Hub could not tell.</summary>
    public required int ControlsUnknown { get; init; }

    /// <summary>Open findings: failed and not suppressed.</summary>
    public required int Total { get; init; }

    public required SeverityCounts BySeverity { get; init; }

    public required int Suppressed { get; init; }

    /// <summary>All that are open, the gravest first.</summary>
    public IReadOnlyList<SecurityFinding> Findings { get; init; } = [];

    /// <summary>The score as Security Hub makes it: passed controls among those that have data, to the nearest whole number.</summary>
    /// <remarks>
    /// A control failed when any of its findings did, is unknown when none failed and one could not be told, and passed when all
    /// did. Suppressed and archived findings do not count; a control with no others has no data.
    /// "Calculating security scores" and "Evaluating compliance status and control status" in Security Hub's user guide.
    /// </remarks>
    public static SecuritySection Of(IReadOnlyList<CheckedControl> results)
    {
        var counted = results.Where(result => result.Status != ControlStatus.Suppressed).ToList();
        var controls = counted.Where(result => result.Control is not null)
            .GroupBy(result => result.Control!, StringComparer.Ordinal).Select(group => group.Max(result => result.Status)).ToList();
        var (passed, failed) = (controls.Count(one => one == ControlStatus.Passed), controls.Count(one => one == ControlStatus.Failed));
        var open = counted.Where(result => result.Status == ControlStatus.Failed)
            .DistinctBy(result => (result.Control ?? result.Title, result.Resource))
            .OrderBy(result => SeverityCounts.Rank(result.Severity)).ThenBy(result => result.Control, StringComparer.Ordinal).ThenBy(result => result.Resource, StringComparer.Ordinal)
            .Select(result => new SecurityFinding(result.Control, result.Title, result.Severity, result.Resource)).ToList();
        return new()
        {
            Score = controls.Count == 0 ? null : (int)Math.Round(100m * passed / controls.Count, MidpointRounding.AwayFromZero),
            ControlsPassed = passed,
            ControlsFailed = failed,
            ControlsUnknown = controls.Count - passed - failed,
            Total = open.Count,
            BySeverity = SeverityCounts.Of(open),
            Suppressed = results.Count - counted.Count,
            Findings = open,
        };
    }
}

/// <summary>How many findings there are of each severity.</summary>
public sealed record SeverityCounts(int Critical, int High, int Medium, int Low, int Informational)
{
    private static readonly string[] Gravest = ["critical", "high", "medium", "low", "informational"];

    public static int Rank(string severity) => Array.IndexOf(Gravest, severity) is >= 0 and var rank ? rank : Gravest.Length;

    public static SeverityCounts Of(IReadOnlyCollection<SecurityFinding> findings)
    {
        int Count(string severity) => findings.Count(finding => finding.Severity == severity);
        return new(Count("critical"), Count("high"), Count("medium"), Count("low"), Count("informational"));
    }
}

/// <summary>Something that is not as it should be.</summary>
/// <param name="Control">As Security Hub names it: <c>S3.8</c>; null for what other products found.</param>
/// <param name="Severity">critical, high, medium, low or informational.</param>
/// <param name="Resource">Its ARN.</param>
public sealed record SecurityFinding(string? Control, string Title, string Severity, string Resource);

/// <summary>What a control says of one resource.</summary>
public sealed record CheckedControl(string? Control, string Title, string Severity, string Resource, ControlStatus Status);

/// <summary>The results of a control; a worse one outweighs the others.</summary>
public enum ControlStatus
{
    Suppressed,
    Passed,
    Unknown,
    Failed,
}
