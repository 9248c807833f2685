using Helm.Operations.Issues;
using Helm.Operations.Monitoring;
using Helm.Operations.Remediation.Plans;
using Helm.Operations.Remediation.Policy;
using Microsoft.Extensions.Options;

namespace Helm.Operations.Remediation.Running;

/// <summary>Asks whether the mend holds: the same indicator, on samples that were taken after the change was in effect.</summary>
public sealed class Verification(IIndicatorMeter meter, IIssueReader issues, IOptions<RemediationOptions> options, TimeProvider time)
{
    /// <summary>Null while there is nothing to say yet.</summary>
    public async Task<Measured?> MeasureAsync(PlanRecord record, CancellationToken cancellation)
    {
        if (record.Plan.IssueId is not { } id || await issues.FindAsync(id, cancellation) is not { } issue)
        {
            return new(true, null, "Done.");
        }

        var since = record.EffectiveAt!.Value;
        var observed = await meter.MeasureAsync(issue, since, options.Value.VerifyOver, cancellation);
        var late = time.GetUtcNow() - since > options.Value.VerifyWithin.Value + options.Value.VerifyOver.Value;
        return observed switch
        {
            { Health: Health.Healthy } => new(true, Of(issue, observed), Told(issue, observed, "is back to")),
            null when late => new(false, null, "It could not be measured whether it helped: there were no samples after the change."),
            { Health: Health.Unknown } when late => new(false, null, $"It could not be measured whether it helped. {observed.Note}".TrimEnd()),
            { } when late => new(false, Of(issue, observed), Told(issue, observed, "is still")),
            _ => null,
        };
    }

    private static PlanVerification Of(Issue issue, Observation observed) => new()
    {
        Indicator = observed.Indicator,
        Before = issue.Impact.SloCurrent,
        After = observed.Value,
        Target = observed.Target,
        Unit = observed.Unit,
        SloMet = observed.Health == Health.Healthy,
        WindowStart = observed.WindowStart,
        WindowEnd = observed.WindowEnd,
        RequestsAffected = observed.RequestsAffected,
        RequestsTotal = observed.RequestsTotal,
    };

    private static string Told(Issue issue, Observation observed, string how)
    {
        var name = observed.Indicator.Replace('_', ' ');
        return observed.Value is { } value
            ? FormattableString.Invariant(
                $"The {name} of {issue.Resource.Name} {how} {decimal.Round(value, 3) / 1.000000000000m}{observed.Unit}{(observed.Target is { } target ? FormattableString.Invariant($" (target {target / 1.000000000000m}{observed.Unit})") : "")}, measured after the change.")
            : $"The {name} of {issue.Resource.Name} {how} {observed.Health.ToString().ToLowerInvariant()}, measured after the change.";
    }
}

/// <summary>What a measuring says of a mend.</summary>
public sealed record Measured(bool Holds, PlanVerification? Values, string Reason);
