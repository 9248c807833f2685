using System.Runtime.CompilerServices;
using Helm.Domains.Cloud.Wire;

namespace Helm.Domains.Cloud.Tagging;

/// <summary>AWS Resource Groups Tagging API: which resources bear a tag.</summary>
internal sealed class TaggingClient(AwsClient aws)
{
    /// <summary>The ARNs of what bears the tag, page after page; with any value when <paramref name="value"/> is null.</summary>
    public async IAsyncEnumerable<string> GetResourcesAsync(string key, string? value, [EnumeratorCancellation] CancellationToken cancellation)
    {
        string? token = null;
        do
        {
            var sent = token;
            var page = await aws.SendAsync(
                AwsService.Tagging.Json("GetResources", json =>
                {
                    json.WriteStartArray("TagFilters");
                    json.WriteStartObject();
                    json.WriteString("Key", key);
                    if (value is not null)
                    {
                        json.WriteStrings("Values", [value]);
                    }

                    json.WriteEndObject();
                    json.WriteEndArray();
                    json.WriteNumber("ResourcesPerPage", 100);
                    json.WriteOptional("PaginationToken", sent);
                }),
                reply => reply.Json<ResourcePage>(),
                cancellation);
            foreach (var mapping in page.ResourceTagMappingList ?? [])
            {
                yield return mapping.ResourceARN;
            }

            token = page.PaginationToken;
        }
        while (!string.IsNullOrEmpty(token));
    }

    private sealed record ResourcePage(IReadOnlyList<ResourceMapping>? ResourceTagMappingList, string? PaginationToken);

    private sealed record ResourceMapping(string ResourceARN);
}
