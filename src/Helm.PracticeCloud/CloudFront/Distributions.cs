using Helm.PracticeCloud.Estate;
using Helm.PracticeCloud.Wire;

namespace Helm.PracticeCloud.CloudFront;

/// <summary>Distributions.</summary>
internal static class Distributions
{
    public static void List(AwsCall call, AnswerWriter answer)
    {
        var size = Paging.Size(call.Input, "MaxItems", 100, 1, 100, "InvalidArgument");
        var (page, next) = Paging.Page(call.Estate.Distributions.Values, call.Input.Text("Marker"), size, "InvalidArgument");
        answer.Text("Marker", call.Input.Text("Marker") ?? "");
        answer.Text("NextMarker", next);
        answer.Number("MaxItems", size);
        answer.Flag("IsTruncated", next is not null);
        answer.Number("Quantity", page.Count);
        answer.List("Items", "DistributionSummary", page, distribution => WriteSummary(call, answer, distribution));
    }

    public static void Get(AwsCall call, AnswerWriter answer)
    {
        var distribution = Find(call);
        call.Headers["ETag"] = "E" + distribution.Id;
        WriteHead(call, answer, distribution);
        answer.Number("InProgressInvalidationBatches", distribution.Invalidations.Count(invalidation => call.Now < invalidation.DoneAt));
        answer.Begin("DistributionConfig");
        answer.Text("CallerReference", distribution.Id);
        WriteConfig(answer, distribution);
        answer.End();
    }

    public static Distribution Find(AwsCall call) =>
        call.Estate.Distributions.GetValueOrDefault(call.Input.Required("DistributionId"))
        ?? throw new AwsErrorException("NoSuchDistribution", "The specified distribution does not exist.", 404);

    private static void WriteSummary(AwsCall call, AnswerWriter answer, Distribution distribution)
    {
        WriteHead(call, answer, distribution);
        WriteConfig(answer, distribution);
    }

    private static void WriteHead(AwsCall call, AnswerWriter answer, Distribution distribution)
    {
        answer.Text("Id", distribution.Id);
        answer.Text("ARN", distribution.Arn);
        answer.Text("Status", call.Estate.Overlay.Text(distribution.Name, "status") ?? "Deployed");
        answer.Time("LastModifiedTime", distribution.Modified);
        answer.Text("DomainName", distribution.Domain);
    }

    private static void WriteConfig(AnswerWriter answer, Distribution distribution)
    {
        answer.Begin("Aliases");
        answer.Number("Quantity", distribution.Aliases.Count);
        answer.Texts("Items", "CNAME", distribution.Aliases);
        answer.End();
        answer.Begin("Origins");
        answer.Number("Quantity", 1);
        answer.List("Items", "Origin", [distribution.Origin], origin =>
        {
            answer.Text("Id", origin);
            answer.Text("DomainName", origin);
        });
        answer.End();
        answer.Text("Comment", distribution.Name);
        answer.Flag("Enabled", true);
    }
}
