using Helm.Operations.Investigation;
using Helm.Operations.Investigation.Reports;
using Helm.Operations.Issues;

namespace Helm.Conversation.Tests.Direction;

/// <summary>An investigator who does not come to an end.</summary>
internal sealed class BusyInvestigator(IReadOnlyList<string> reading) : IInvestigator
{
    public Task<IncidentReport> InvestigateAsync(Issue issue, CancellationToken cancellation) => new TaskCompletionSource<IncidentReport>().Task;

    public IReadOnlyList<string> ReadingFor(string issueId) => reading;
}
