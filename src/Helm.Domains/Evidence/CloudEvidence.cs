using Helm.Domains.Application;
using Helm.Domains.Cloud.Accounts;
using Helm.Domains.Cloud.Checks;
using Helm.Domains.Cloud.Wire;
using Helm.Operations.Investigation;
using Microsoft.Extensions.Options;

namespace Helm.Domains.Evidence;

/// <summary>Evidence from AWS: metrics of everything in few calls, then logs, changes and states of what is suspect.</summary>
internal sealed class CloudEvidence(
    CloudConnections connections, SubjectFinder finder, PassBook book, IOptions<CloudOptions> cloud, IOptions<InvestigationOptions> options) : IEvidenceSource
{
    private static readonly IReadOnlyList<ResourceKind> Kinds = [.. CloudKinds.All, .. ServiceKind.All];

    public Task<IReadOnlyList<Answered>> LookAsync(EvidenceRequest request, CancellationToken cancellation) =>
        EachPlaceAsync(request, null, (connection, subjects, stop) => new MetricEvidence(cloud.Value.ServiceNamespace).AskAsync(connection, subjects, request, stop), cancellation);

    public Task<IReadOnlyList<Answered>> LookCloselyAsync(EvidenceRequest request, IReadOnlyCollection<string> resources, CancellationToken cancellation) =>
        EachPlaceAsync(request, resources, async (connection, subjects, stop) =>
        {
            var logs = new LogEvidence(options.Value);
            var answers = await Task.WhenAll(subjects.SelectMany(subject => new[]
            {
                logs.AskAsync(connection, subject, request, null, stop),
                StateEvidence.AskAsync(connection, subject, request, stop),
            }));
            return [.. answers.OfType<Answered>()];
        }, cancellation);

    public Task<IReadOnlyList<Answered>> LookAroundAsync(EvidenceRequest request, CancellationToken cancellation) =>
        EachPlaceAsync(request, null, (connection, subjects, stop) => new MetricEvidence(cloud.Value.ServiceNamespace).AskAroundAsync(connection, subjects, request, stop), cancellation);

    public Task<IReadOnlyList<Answered>> ReadLogsAsync(EvidenceRequest request, string resource, string? text, CancellationToken cancellation) =>
        EachPlaceAsync(request, [resource], async (connection, subjects, stop) =>
        {
            var logs = new NewestLines(options.Value);
            var answers = await Task.WhenAll(subjects.Select(subject => logs.ReadAsync(connection, subject, request, text, stop)));
            return [.. answers.OfType<Answered>()];
        }, cancellation);

    private async Task<IReadOnlyList<Answered>> EachPlaceAsync(EvidenceRequest request, IReadOnlyCollection<string>? only, PlaceQuestion ask, CancellationToken cancellation)
    {
        var subjects = Chosen(request, only);
        var pass = book.Open();
        var answers = await Task.WhenAll(SubjectFinder.ByPlace(subjects).Select(place => PlaceAsync(place.Key, [.. place], ask, cancellation)));
        await book.CloseAsync(pass, cancellation);
        return [.. answers.SelectMany(part => part), .. Obstacles(subjects)];
    }

    private List<Subject> Chosen(EvidenceRequest request, IReadOnlyCollection<string>? only) =>
        [.. finder.Find(Kinds, request.Deployments).SelectMany(found => found)
            .Where(subject => subject.Kind is not null && (only is null || only.Contains(subject.Resource.Name, StringComparer.OrdinalIgnoreCase)))
            .DistinctBy(subject => (subject.Resource.Type, subject.Resource.Name))];

    private static IEnumerable<Answered> Obstacles(IEnumerable<Subject> subjects) =>
        subjects.Where(subject => subject.Obstacle is not null).Select(subject => new Answered(subject.Resource.Name, new(), subject.Obstacle));

    private async Task<IReadOnlyList<Answered>> PlaceAsync(
        CloudPlace place, IReadOnlyList<Subject> subjects, PlaceQuestion ask, CancellationToken cancellation)
    {
        try
        {
            return await ask(await connections.ConnectAsync(place, cancellation), subjects, cancellation);
        }
        catch (CloudException fault)
        {
            return [new($"AWS in {place.Region.SystemName}", new(), fault.Message)];
        }
    }

    private delegate Task<IReadOnlyList<Answered>> PlaceQuestion(CloudConnection connection, IReadOnlyList<Subject> subjects, CancellationToken cancellation);
}
