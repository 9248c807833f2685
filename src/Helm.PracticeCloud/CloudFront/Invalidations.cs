using Helm.PracticeCloud.Data;
using Helm.PracticeCloud.Estate;
using Helm.PracticeCloud.Wire;

namespace Helm.PracticeCloud.CloudFront;

/// <summary>Invalidations: a caller reference that is used again with the same paths is the same invalidation.</summary>
internal static class Invalidations
{
    private static readonly TimeSpan Takes = TimeSpan.FromSeconds(60);

    public static void Create(AwsCall call, AnswerWriter answer)
    {
        var distribution = Distributions.Find(call);
        var (reference, paths) = Batch(call.Input.Child("Document") ?? throw NotValid());
        var invalidation = distribution.Invalidations.Find(known => known.CallerReference == reference);
        if (invalidation is not null && !invalidation.Paths.SequenceEqual(paths))
        {
            throw new AwsErrorException("InvalidationBatchAlreadyExists", "The caller reference was used with other paths.", 409);
        }

        if (invalidation is null)
        {
            var id = $"I{Hash.Of(distribution.Id + reference):X13}"[..14];
            invalidation = new Invalidation(id, reference, paths, call.Now, call.Estate.Clock.After(Takes));
            distribution.Invalidations.Add(invalidation);
        }

        call.Status = StatusCodes.Status201Created;
        call.Headers["Location"] = $"/2020-05-31/distribution/{distribution.Id}/invalidation/{invalidation.Id}";
        Write(call, answer, invalidation);
    }

    private static (string Reference, IReadOnlyList<string> Paths) Batch(AwsInput batch)
    {
        var reference = batch.Text("CallerReference") ?? "";
        var paths = batch.Child("Paths")?.Texts("Items") ?? [];
        return reference.Length > 0 && paths.Count is > 0 and <= 3_000 && paths.All(path => path.StartsWith('/')) ? (reference, paths) : throw NotValid();
    }

    private static AwsErrorException NotValid() =>
        new("InvalidArgument", "Your request contains one or more invalid invalidation paths, or no caller reference.");

    public static void Get(AwsCall call, AnswerWriter answer)
    {
        var invalidation = Distributions.Find(call).Invalidations.Find(known => known.Id == call.Input.Text("Id"))
            ?? throw new AwsErrorException("NoSuchInvalidation", "The specified invalidation does not exist.", 404);
        Write(call, answer, invalidation);
    }

    public static void List(AwsCall call, AnswerWriter answer)
    {
        var distribution = Distributions.Find(call);
        var size = Paging.Size(call.Input, "MaxItems", 100, 1, 100, "InvalidArgument");
        var newestFirst = distribution.Invalidations.AsEnumerable().Reverse();
        var (page, next) = Paging.Page(newestFirst, call.Input.Text("Marker"), size, "InvalidArgument");
        answer.Text("Marker", call.Input.Text("Marker") ?? "");
        answer.Text("NextMarker", next);
        answer.Number("MaxItems", size);
        answer.Flag("IsTruncated", next is not null);
        answer.Number("Quantity", page.Count);
        answer.List("Items", "InvalidationSummary", page, invalidation => WriteHead(call, answer, invalidation));
    }

    private static void WriteHead(AwsCall call, AnswerWriter answer, Invalidation invalidation)
    {
        answer.Text("Id", invalidation.Id);
        answer.Time("CreateTime", invalidation.Created);
        answer.Text("Status", call.Now < invalidation.DoneAt ? "InProgress" : "Completed");
    }

    private static void Write(AwsCall call, AnswerWriter answer, Invalidation invalidation)
    {
        WriteHead(call, answer, invalidation);
        answer.Begin("InvalidationBatch");
        answer.Begin("Paths");
        answer.Number("Quantity", invalidation.Paths.Count);
        answer.Texts("Items", "Path", invalidation.Paths);
        answer.End();
        answer.Text("CallerReference", invalidation.CallerReference);
        answer.End();
    }
}
