using Helm.Operations.Investigation.Evidence;
using Helm.Operations.Monitoring;

namespace Helm.Operations.Investigation;

/// <summary>Answers an investigator's questions about deployed resources. What cannot be answered says why; only cancelling throws.</summary>
public interface IEvidenceSource
{
    /// <summary>The cheap look at everything: metrics, and what there is.</summary>
    Task<IReadOnlyList<Answered>> LookAsync(EvidenceRequest request, CancellationToken cancellation);

    /// <summary>What shares a limit with what is deployed, without being deployed.</summary>
    Task<IReadOnlyList<Answered>> LookAroundAsync(EvidenceRequest request, CancellationToken cancellation);

    /// <summary>The close look at some: log lines, changes, states and limits.</summary>
    Task<IReadOnlyList<Answered>> LookCloselyAsync(EvidenceRequest request, IReadOnlyCollection<string> resources, CancellationToken cancellation);

    /// <summary>Only log lines, of one resource, the newest of the span.</summary>
    Task<IReadOnlyList<Answered>> ReadLogsAsync(EvidenceRequest request, string resource, string? text, CancellationToken cancellation);
}

/// <summary>Where and when to look.</summary>
public sealed record EvidenceRequest(IReadOnlyList<Deployment> Deployments, DateTimeOffset From, DateTimeOffset To);

/// <summary>One question with its answer.</summary>
public sealed record Answered(string Asked, QueryResult Result, string? Problem = null);
