using Helm.Domains.Application;
using Helm.Domains.Cloud.Accounts;
using Helm.Domains.Cloud.Checks;
using Helm.Domains.Cloud.CloudWatch;
using Helm.Domains.Cloud.Wire;
using Helm.Operations.Monitoring;
using Helm.Operations.Trends;
using Microsoft.Extensions.Options;

namespace Helm.Domains.Measuring;

/// <summary>How the metrics of resources went, in some sixty steps, by the same rules and formulas as checks.</summary>
internal sealed class MetricHistory(CloudConnections connections, SubjectFinder finder, PassBook book, IOptions<CloudOptions> options) : IMetricHistory
{
    private static readonly IReadOnlyList<ResourceKind> Kinds = [.. CloudKinds.All, .. ServiceKind.All];

    public async Task<IReadOnlyList<MetricTrace>> ReadAsync(
        IReadOnlyList<Deployment> deployments, IReadOnlyCollection<string> resources, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation)
    {
        var subjects = finder.Find(Kinds, deployments).SelectMany(found => found)
            .Where(subject => subject.Kind is not null && resources.Contains(subject.Resource.Name, StringComparer.OrdinalIgnoreCase))
            .DistinctBy(subject => (subject.Resource.Type, subject.Resource.Name)).ToList();
        var window = HistorySteps.Window(from, to);
        var pass = book.Open();
        var traces = await Task.WhenAll(SubjectFinder.ByPlace(subjects).Select(place => PlaceAsync(place.Key, [.. place], window, cancellation)));
        await book.CloseAsync(pass, cancellation);
        return [.. traces.SelectMany(part => part)];
    }

    private async Task<IEnumerable<MetricTrace>> PlaceAsync(CloudPlace place, List<Subject> subjects, MetricWindow window, CancellationToken cancellation)
    {
        try
        {
            var connection = await connections.ConnectAsync(place, cancellation);
            return await HistorySteps.ReadAsync(connection.CloudWatch, subjects, options.Value.ServiceNamespace, window, cancellation);
        }
        catch (CloudException)
        {
            return [];
        }
    }
}
