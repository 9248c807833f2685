using Helm.Domains.Cloud.Accounts;
using Helm.Domains.Cloud.Checks;
using Helm.Domains.Cloud.Wire;
using Helm.Operations.Discovery;
using Microsoft.Extensions.Options;

namespace Helm.Domains.Inventory;

/// <summary>Lists the account of an environment, and books what that cost.</summary>
internal sealed class ResourceFinder(CloudConnections connections, PassBook book, IOptions<CloudOptions> options) : IResourceFinder
{
    public async Task<FoundResources> FindAsync(string environment, ResourceTag? tag, CancellationToken cancellation)
    {
        var pass = book.Open();
        try
        {
            var place = connections.PlaceOf(environment, null);
            var account = connections.Environments[environment].Account;
            var connection = await connections.ConnectAsync(place, cancellation);
            var wanted = tag is null ? null : await TaggedAsync(connection, tag, cancellation);
            var (found, problems) = await new AccountInventory(connection, place, account, options.Value.ServiceNamespace).ListAsync(null, cancellation);
            await book.CloseAsync(pass, cancellation);
            return new(account, [.. found.Where(one => wanted is null || wanted.Contains(one.Arn))], [.. problems.Select(one => Problem(one.Type, one.Fault))]);
        }
        catch (CloudException fault)
        {
            return new(null, [], [Problem("account", fault)]);
        }
    }

    private static async Task<HashSet<string>> TaggedAsync(CloudConnection connection, ResourceTag tag, CancellationToken cancellation)
    {
        var tagged = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var arn in connection.Tagging.GetResourcesAsync(tag.Key, tag.Value, cancellation))
        {
            tagged.Add(arn);
        }

        return tagged;
    }

    private static ListingProblem Problem(string type, CloudException fault) =>
        new(type, fault.Message, fault.Kind == CloudFaultKind.Denied ? fault.Action : null);
}
