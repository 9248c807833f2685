using Helm.PracticeCloud.Company;
using Helm.PracticeCloud.Metrics;

namespace Helm.PracticeCloud.Estate;

/// <summary>Places buckets and distributions.</summary>
internal static class EdgePlacement
{
    public static void Place(AccountEstate estate, ResourceSet set)
    {
        foreach (var bucket in set.Buckets)
        {
            PlaceBucket(estate, bucket);
        }

        foreach (var distribution in set.Distributions)
        {
            PlaceDistribution(estate, distribution);
        }
    }

    private static void PlaceBucket(AccountEstate estate, BucketDefinition bucket)
    {
        var now = estate.Clock.Now;
        estate.Buckets[bucket.Name] = new Bucket(bucket.Name, now - bucket.Age,
            [.. bucket.Objects.Select(o => new StoredObject(o.Key, o.Size, now - o.Age)).OrderBy(o => o.Key, StringComparer.Ordinal)]);
        SeriesProfile[] all = [.. Profiles.Bucket, .. Profiles.BucketStorage];
        var settings = Placement.Known(bucket.Metrics, all, bucket.Name, bucket.Name);
        estate.Metrics.Add(bucket.Name, "AWS/S3", [new("BucketName", bucket.Name), new("FilterId", "EntireBucket")], Profiles.Bucket, settings);
        estate.Metrics.Add(bucket.Name, "AWS/S3", [new("BucketName", bucket.Name), new("StorageType", "StandardStorage")], [Profiles.BucketStorage[0]], settings);
        estate.Metrics.Add(bucket.Name, "AWS/S3", [new("BucketName", bucket.Name), new("StorageType", "AllStorageTypes")], [Profiles.BucketStorage[1]], settings);
    }

    private static void PlaceDistribution(AccountEstate estate, DistributionDefinition definition)
    {
        estate.Distributions[definition.Id] = new Distribution
        {
            Id = definition.Id,
            Arn = $"arn:aws:cloudfront::{estate.AccountId}:distribution/{definition.Id}",
            Name = definition.Name,
            Domain = definition.Domain,
            Aliases = definition.Aliases,
            Origin = definition.Origin,
            Modified = estate.Clock.Now - definition.Age,
        };
        // CloudFront reports to us-east-1 whatever region its users are in.
        estate.Metrics.Add(definition.Name, "AWS/CloudFront", [new("DistributionId", definition.Id), new("Region", "Global")],
            Profiles.Distribution, Placement.Known(definition.Metrics, Profiles.Distribution, definition.Name, definition.Name));
    }
}
