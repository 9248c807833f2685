using Helm.Operations.Investigation;
using Helm.Operations.Issues;
using Microsoft.Extensions.Options;

namespace Helm.Operations.Alerts;

/// <summary>Gives the investigation of a new incident a moment, so that the first message about it can say why, and that of an issue beside it, so that another matter is told by itself.</summary>
public sealed class CauseFirst(IInvestigator investigator, IOptions<InvestigationOptions> options, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan Sulk = TimeSpan.FromMinutes(1);

    private DateTimeOffset _impatientUntil;

    /// <summary>Returns when the cause is known or the moment is over; an alert is worth more than its reason.</summary>
    internal async Task WaitAsync(Issue issue, CancellationToken cancellation)
    {
        if (!options.Value.Automatic || issue.Status == IssueStatus.Resolved || issue.RootCause.Identified || time.GetUtcNow() < _impatientUntil)
        {
            return;
        }

        try
        {
            await investigator.InvestigateAsync(issue, cancellation).WaitAsync(Patience, time, cancellation);
        }
#pragma warning disable CA1031 // Whatever keeps the investigation from its end, people are told.
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellation.IsCancellationRequested)
#pragma warning restore CA1031
        {
            _impatientUntil = time.GetUtcNow() + Sulk; // a storm of incidents is not told one patience after the other
        }
    }
}
