using Helm.PracticeCloud.Estate;
using Helm.PracticeCloud.Wire;

namespace Helm.PracticeCloud.Tagging;

/// <summary>GetResources: what bears tags, fifty a page unless asked otherwise.</summary>
internal static class TaggedResources
{
    private const string Invalid = "InvalidParameterException";

    public static void Get(AwsCall call, AnswerWriter answer)
    {
        var filters = call.Input.Items("TagFilters").Select(filter => (Key: filter.Required("Key"), Values: filter.Texts("Values"))).ToList();
        var types = call.Input.Texts("ResourceTypeFilters");
        var size = Paging.Size(call.Input, "ResourcesPerPage", 50, 1, 100, Invalid);
        var tagged = Arns(call.Estate)
            .Select(one => (one.Arn, Tags: TagsOf(call.Estate, one.Name)))
            .Where(one => one.Tags.Count > 0
                && filters.TrueForAll(filter => one.Tags.TryGetValue(filter.Key, out var value) && (filter.Values.Count == 0 || filter.Values.Contains(value)))
                && (types.Count == 0 || types.Any(type => IsOf(one.Arn, type))))
            .OrderBy(one => one.Arn, StringComparer.Ordinal);
        var (page, next) = Paging.Page(tagged, call.Input.Text("PaginationToken"), size, "PaginationTokenExpiredException");
        answer.List("ResourceTagMappingList", "member", page, one =>
        {
            answer.Text("ResourceARN", one.Arn);
            answer.List("Tags", "member", one.Tags, tag =>
            {
                answer.Text("Key", tag.Key);
                answer.Text("Value", tag.Value);
            });
        });
        // The last page has an empty token, not none.
        answer.Text("PaginationToken", next ?? "");
    }

    private static SortedDictionary<string, string> TagsOf(AccountEstate estate, string name)
    {
        var tags = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in estate.Tags.Values.Where(one => one.Resources.Contains(name)).SelectMany(one => one.Tags))
        {
            tags[key] = value;
        }

        return tags;
    }

    private static IEnumerable<(string Name, string Arn)> Arns(AccountEstate estate) =>
        estate.Functions.Values.Select(one => (one.Name, one.Arn))
            .Concat(estate.Databases.Values.Select(one => (one.Name, one.Arn)))
            .Concat(estate.Clusters.Values.SelectMany(cluster => cluster.Services.Values).Select(one => (one.Name, one.Arn)))
            .Concat(estate.Caches.Values.Select(one => (one.Resource, one.Arn)))
            .Concat(estate.Buckets.Values.Select(one => (one.Name, $"arn:aws:s3:::{one.Name}")))
            .Concat(estate.Distributions.Values.Select(one => (one.Name, one.Arn)))
            .Concat(estate.Machines.Values.Select(one => (one.Name, estate.Arn("ec2", $"instance/{one.Id}"))))
            .Concat(estate.Apis.Values.Select(one => (one.Name, one.ArnIn(estate.Region))));

    /// <summary>lambda, or lambda:function; those of API Gateway begin with a slash.</summary>
    private static bool IsOf(string arn, string type)
    {
        var (parts, wanted) = (arn.Split(':', 6), type.Split(':', 2));
        return parts[2] == wanted[0] && (wanted.Length == 1 || parts[5].TrimStart('/').StartsWith(wanted[1], StringComparison.Ordinal));
    }
}
