using Helm.Domains.Cloud.Wire;

namespace Helm.Domains.Cloud.S3;

/// <summary>Amazon S3: whether a bucket is there and open to us.</summary>
internal sealed class S3Client(AwsClient aws)
{
    /// <summary>The names of the account's buckets, of all regions.</summary>
    public Task<IReadOnlyList<string>> ListBucketsAsync(CancellationToken cancellation) =>
        aws.SendAsync<IReadOnlyList<string>>(
            new AwsCall(AwsService.S3, "ListBuckets") { Method = "GET" },
            reply => [.. XmlReply.Parse(reply.Body).Items("Buckets", "Bucket").Select(item => item.Required("Name"))],
            cancellation);

    /// <summary>Returns when the bucket exists and may be read; addressed by path, which works for every name.</summary>
    public Task<Nothing> HeadBucketAsync(string bucket, CancellationToken cancellation) =>
        aws.SendAsync(
            new AwsCall(AwsService.S3, "HeadBucket")
            {
                Method = "HEAD",
                Path = "/{Bucket}",
                PathParts = new Dictionary<string, string> { ["{Bucket}"] = bucket },
            },
            _ => default(Nothing),
            cancellation);
}
