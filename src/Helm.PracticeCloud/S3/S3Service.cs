using Helm.PracticeCloud.Estate;
using Helm.PracticeCloud.Wire;

namespace Helm.PracticeCloud.S3;

/// <summary>Buckets, by path-style addresses.</summary>
internal static class S3Service
{
    public static AwsService Create() => new("s3", WireProtocol.S3, "2006-03-01",
    [
        new("ListBuckets", ListBuckets) { Method = "GET", Root = "ListAllMyBucketsResult" },
        new("HeadBucket", HeadBucket) { Method = "HEAD", Path = "/{Bucket}" },
        new("GetBucketLocation", GetBucketLocation) { Method = "GET", Path = "/{Bucket}", Query = "location", Root = "LocationConstraint" },
        new("ListObjectsV2", ListObjects) { Method = "GET", Path = "/{Bucket}", Query = "list-type", Root = "ListBucketResult" },
    ])
    {
        XmlNamespace = "http://s3.amazonaws.com/doc/2006-03-01/",
        Global = true,
        Throttle = ("SlowDown", 503),
    };

    private static void ListBuckets(AwsCall call, AnswerWriter answer)
    {
        answer.Begin("Owner");
        answer.Text("ID", call.Estate.AccountId);
        answer.End();
        answer.List("Buckets", "Bucket", call.Estate.Buckets.Values, bucket =>
        {
            answer.Text("Name", bucket.Name);
            answer.Time("CreationDate", bucket.Created);
        });
    }

    private static void HeadBucket(AwsCall call, AnswerWriter answer)
    {
        Find(call);
        call.Headers["x-amz-bucket-region"] = call.Estate.Region;
    }

    // For us-east-1 the answer is an empty element; elsewhere the region is its text, which no reader of this company needs.
    private static void GetBucketLocation(AwsCall call, AnswerWriter answer) => Find(call);

    private static void ListObjects(AwsCall call, AnswerWriter answer)
    {
        var bucket = Find(call);
        var prefix = call.Input.Text("prefix") ?? "";
        var size = Paging.Size(call.Input, "max-keys", 1_000, 0, 1_000, "InvalidArgument");
        var matching = bucket.Objects.Where(o => o.Key.StartsWith(prefix, StringComparison.Ordinal));
        var (page, next) = Paging.Page(matching, call.Input.Text("continuation-token"), size, "InvalidArgument");
        answer.Text("Name", bucket.Name);
        answer.Text("Prefix", prefix);
        answer.Number("KeyCount", page.Count);
        answer.Number("MaxKeys", size);
        answer.Flag("IsTruncated", next is not null);
        answer.Text("NextContinuationToken", next);
        answer.List("", "Contents", page, o =>
        {
            answer.Text("Key", o.Key);
            answer.Time("LastModified", o.Modified);
            answer.Number("Size", o.Size);
            answer.Text("StorageClass", "STANDARD");
        });
    }

    private static Bucket Find(AwsCall call) =>
        call.Estate.Buckets.GetValueOrDefault(call.Input.Required("Bucket"))
        ?? throw new AwsErrorException("NoSuchBucket", "The specified bucket does not exist", 404);
}
