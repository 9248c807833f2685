using System.Runtime.CompilerServices;
using System.Text;
using System.Xml.Linq;
using Helm.Domains.Cloud.Wire;

namespace Helm.Domains.Cloud.CloudFront;

/// <summary>Amazon CloudFront: distributions and their caches.</summary>
internal sealed class CloudFrontClient(AwsClient aws)
{
    private const string Root = "/2020-05-31/distribution/{Id}";
    private static readonly XNamespace Names = "http://cloudfront.amazonaws.com/doc/2020-05-31/";

    /// <summary>All distributions, page after page.</summary>
    public async IAsyncEnumerable<ListedDistribution> ListDistributionsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        string? marker = null;
        do
        {
            var call = new AwsCall(AwsService.CloudFront, "ListDistributions")
            {
                Method = "GET",
                Path = "/2020-05-31/distribution",
                Query = marker is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["Marker"] = marker },
            };
            var page = await aws.SendAsync(
                call,
                reply =>
                {
                    var root = XmlReply.Parse(reply.Body);
                    return (Items: root.Items("Items", "DistributionSummary").Select(ReadListed).ToList(), Next: root.Text("NextMarker"));
                },
                cancellation);
            foreach (var listed in page.Items)
            {
                yield return listed;
            }

            marker = page.Next;
        }
        while (marker is not null);
    }

    private static ListedDistribution ReadListed(XElement item) => new(
        item.Required("Id"), item.Text("ARN") ?? "", item.Text("Comment"), item.Text("DomainName"));

    public Task<Distribution> GetDistributionAsync(string id, CancellationToken cancellation) =>
        aws.SendAsync(
            new AwsCall(AwsService.CloudFront, "GetDistribution")
            {
                Method = "GET",
                Path = Root,
                PathParts = new Dictionary<string, string> { ["{Id}"] = id },
            },
            reply =>
            {
                var root = XmlReply.Parse(reply.Body);
                return new Distribution(
                    root.Required("Id"),
                    root.Required("Status"),
                    root.Child("DistributionConfig")?.Text("Enabled") == "true")
                {
                    Modified = root.Time("LastModifiedTime"),
                    Origins = [.. root.Items("Items", "Origin").Select(origin => origin.Required("DomainName")).Distinct()],
                };
            },
            cancellation);

    /// <summary>The invalidation that was made with this reference, among the latest hundred; null when there is none.</summary>
    public async Task<Invalidation?> FindInvalidationAsync(string id, string reference, CancellationToken cancellation)
    {
        var latest = await aws.SendAsync(
            Read("ListInvalidations", Root + "/invalidation", ("{Id}", id)),
            reply => XmlReply.Parse(reply.Body).Items("Items", "InvalidationSummary").Select(item => item.Required("Id")).ToList(),
            cancellation);
        foreach (var one in latest)
        {
            var found = await aws.SendAsync(
                Read("GetInvalidation", Root + "/invalidation/{Invalidation}", ("{Id}", id), ("{Invalidation}", one)),
                reply =>
                {
                    var root = XmlReply.Parse(reply.Body);
                    return (Invalidation: new Invalidation(root.Required("Id"), root.Required("Status")), Reference: root.Child("InvalidationBatch")?.Text("CallerReference"));
                },
                cancellation);
            if (found.Reference == reference)
            {
                return found.Invalidation;
            }
        }

        return null;
    }

    private static AwsCall Read(string operation, string path, params IEnumerable<(string Name, string Value)> parts) =>
        new(AwsService.CloudFront, operation)
        {
            Method = "GET",
            Path = path,
            PathParts = parts.ToDictionary(part => part.Name, part => part.Value),
        };

    /// <summary>Empties the cache for the paths; the reference makes a repetition harmless.</summary>
    public Task<Invalidation> CreateInvalidationAsync(
        string id, IReadOnlyList<string> paths, string reference, CancellationToken cancellation)
    {
        var body = new XElement(
            Names + "InvalidationBatch",
            new XElement(
                Names + "Paths",
                new XElement(Names + "Quantity", paths.Count),
                new XElement(Names + "Items", paths.Select(path => new XElement(Names + "Path", path)))),
            new XElement(Names + "CallerReference", reference));
        return aws.SendAsync(
            new AwsCall(AwsService.CloudFront, "CreateInvalidation")
            {
                Path = Root + "/invalidation",
                PathParts = new Dictionary<string, string> { ["{Id}"] = id },
                Body = Encoding.UTF8.GetBytes(body.ToString(SaveOptions.DisableFormatting)),
                ContentType = "application/xml",
                Mutates = true,
            },
            reply =>
            {
                var root = XmlReply.Parse(reply.Body);
                return new Invalidation(root.Required("Id"), root.Required("Status"));
            },
            cancellation);
    }
}

/// <summary>A distribution: InProgress while it spreads, Deployed when it is everywhere.</summary>
internal sealed record Distribution(string Id, string Status, bool Enabled)
{
    public DateTimeOffset? Modified { get; init; }

    /// <summary>The host names that it fetches from.</summary>
    public IReadOnlyList<string> Origins { get; init; } = [];
}

/// <summary>An emptying of the cache: InProgress or Completed.</summary>
internal sealed record Invalidation(string Id, string Status);

/// <summary>A distribution as ListDistributions tells it; people name it in its comment, if anywhere.</summary>
internal sealed record ListedDistribution(string Id, string Arn, string? Comment, string? DomainName);
