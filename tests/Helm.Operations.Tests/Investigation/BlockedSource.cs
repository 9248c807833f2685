using Helm.Operations.Investigation;
using Helm.Operations.Issues;
using Helm.Operations.Monitoring;
using Microsoft.Extensions.Options;
using NSubstitute;

namespace Helm.Operations.Tests.Investigation;

/// <summary>Knows a function and its database at once, and answers about their logs when it is let.</summary>
internal sealed class BlockedSource : IEvidenceSource
{
    public TaskCompletionSource<IReadOnlyList<Answered>> Logs { get; } = new();

    public Task<IReadOnlyList<Answered>> LookAsync(EvidenceRequest request, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<Answered>>([new("metrics", new() { Components = [new("api-lambda", "lambda"), new("orders-db", "rds")] })]);

    public Task<IReadOnlyList<Answered>> LookAroundAsync(EvidenceRequest request, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<Answered>>([]);

    public Task<IReadOnlyList<Answered>> LookCloselyAsync(EvidenceRequest request, IReadOnlyCollection<string> resources, CancellationToken cancellation) => Logs.Task;

    public Task<IReadOnlyList<Answered>> ReadLogsAsync(EvidenceRequest request, string resource, string? text, CancellationToken cancellation) => Logs.Task;

    /// <summary>One that has nothing else to ask.</summary>
    public IInvestigator Investigator()
    {
        var (reasoning, options) = (new Reasoning(), Options.Create(new InvestigationOptions()));
        return new Investigator(
            new EvidenceCollector([this], new NoDeployments(), reasoning, options), new CauseRecord(Substitute.For<IInvestigationStore>(), Substitute.For<IIssueEditor>()),
            reasoning, options, TimeProvider.System);
    }

    private sealed class NoDeployments : IDeploymentReader
    {
        public Task<IReadOnlyList<Deployment>> ListAsync(CancellationToken cancellation) => Task.FromResult<IReadOnlyList<Deployment>>([]);
    }
}
