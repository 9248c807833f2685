using Helm.Conversation.Direction;
using Helm.Conversation.Direction.Inventory;
using Helm.Conversation.Intents;
using Helm.Operations.Environments;
using Helm.Operations.Issues;
using Helm.Operations.Monitoring;

namespace Helm.Conversation.Turns;

/// <summary>The names that exist now, read at most every other second.</summary>
/// <remarks>As long as nothing changed it is the same object, so that what was computed from it can be kept.</remarks>
internal sealed class LiveVocabulary(
    IDeploymentReader deployments, IIssueReader issues, KnownNames names, EnvironmentDirectory environments, TimeProvider time)
    : IVocabularySource, IDisposable
{
    private const int MostIssues = 50;
    private static readonly TimeSpan GoodFor = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _reading = new(1, 1);
    private volatile Reading? _last;

    public ValueTask<Vocabulary> CurrentAsync(CancellationToken cancellation) =>
        _last is { } last && time.GetElapsedTime(last.At) < GoodFor ? new(last.Vocabulary) : new(ReadAsync(cancellation));

    public void Dispose() => _reading.Dispose();

    private async Task<Vocabulary> ReadAsync(CancellationToken cancellation)
    {
        await _reading.WaitAsync(cancellation);
        try
        {
            if (_last is { } other && time.GetElapsedTime(other.At) < GoodFor)
            {
                return other.Vocabulary;
            }

            var registered = await deployments.ListAsync(cancellation);
            var open = await issues.ListAsync(new() { Top = MostIssues }, cancellation);
            var now = Build(registered, open);
            var vocabulary = _last is { } before && IsSame(before.Vocabulary, now) ? before.Vocabulary : now;
            _last = new(vocabulary, time.GetTimestamp());

            return vocabulary;
        }
        finally
        {
            _reading.Release();
        }
    }

    private Vocabulary Build(IReadOnlyList<Deployment> registered, IReadOnlyList<Issue> open) => new()
    {
        Environments = [.. environments.All.Select(known => new Name(known.Name, [known.DisplayName, .. known.Aliases]))],
        Domains = [.. names.Domains.Concat(registered.Select(deployment => deployment.Domain)).Distinct().Select(domain => new Name(domain))],
        Resources =
        [
            .. registered
                .SelectMany(deployment => deployment.Resources.Select(resource =>
                    new ResourceName(resource.Name, resource.Type, deployment.Environment, deployment.Domain)))
                .Distinct(),
        ],
        Issues = [.. open.Select((issue, index) => new IssueName(issue.IssueId, index + 1, issue.Resource.Name, issue.Severity, issue.Environment))],
        Metrics = [.. MetricNames.All.Select(metric => new Name(metric))],
    };

    private static bool IsSame(Vocabulary one, Vocabulary other) =>
        one.Issues.SequenceEqual(other.Issues)
        && one.Resources.SequenceEqual(other.Resources)
        && one.Domains.Select(name => name.Canonical).SequenceEqual(other.Domains.Select(name => name.Canonical));

    private sealed record Reading(Vocabulary Vocabulary, long At);
}
