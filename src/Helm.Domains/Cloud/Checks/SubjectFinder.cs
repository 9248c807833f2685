using Amazon;
using Helm.Domains.Cloud.Accounts;
using Helm.Domains.Cloud.Wire;
using Helm.Operations.Monitoring;

namespace Helm.Domains.Cloud.Checks;

/// <summary>Finds for each resource of some deployments what kind it is and where it is asked.</summary>
internal sealed class SubjectFinder(CloudConnections connections)
{
    /// <summary>The subjects of each deployment, in the same order.</summary>
    public Subject[][] Find(IReadOnlyList<ResourceKind> kinds, IReadOnlyList<Deployment> deployments)
    {
        var byName = kinds.SelectMany(kind => kind.Names.Select(name => (name, kind)))
            .ToDictionary(entry => entry.name, entry => entry.kind, StringComparer.OrdinalIgnoreCase);
        return [.. deployments.Select(deployment => deployment.Resources
            .Select(resource => Place(new Subject(deployment, resource, byName.GetValueOrDefault(resource.Type))))
            .ToArray())];
    }

    /// <summary>Those that can be asked, by where; what shares an account and region shares its calls.</summary>
    public static IEnumerable<IGrouping<CloudPlace, Subject>> ByPlace(IEnumerable<Subject> subjects) =>
        subjects.Where(subject => subject.Place is not null).GroupBy(subject => subject.Place!);

    private Subject Place(Subject subject)
    {
        if (subject.Kind is null)
        {
            return subject;
        }

        try
        {
            var place = connections.PlaceOf(subject.Deployment.Environment, subject.Resource.Arn);
            subject.Place = subject.Kind.Global ? place with { Region = HomeOf(place.Region) } : place;
        }
        catch (CloudException fault)
        {
            subject.Obstacle = fault.Message;
        }

        return subject;
    }

    // Global services report to one region of each partition.
    private static RegionEndpoint HomeOf(RegionEndpoint region) => region.PartitionName switch
    {
        "aws-cn" => RegionEndpoint.CNNorthWest1,
        "aws" => RegionEndpoint.USEast1,
        _ => region,
    };
}
