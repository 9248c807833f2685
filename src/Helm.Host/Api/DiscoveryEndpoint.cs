using Helm.Host.Security;
using Helm.Operations.Discovery;

namespace Helm.Host.Api;

/// <summary><c>GET /api/discover</c>: what is in an account, and registry entries for what is not registered.</summary>
internal static class DiscoveryEndpoint
{
    public static void MapDiscovery(this IEndpointRouteBuilder questions) =>
        questions.MapGet("/discover", DiscoverAsync)
            .WithName("Discover").WithSummary("What is in an environment's account, and entries of the registry for what is not registered. Nothing is written.").WithTags("Deployments")
            .Produces<DiscoveryDocument>().ProducesProblem(StatusCodes.Status400BadRequest);

    private static async Task<IResult> DiscoverAsync(string? environment, string? tag, Discoverer discoverer, Scope scope, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(environment))
        {
            return Bad("environment is missing: name the one whose account is to be looked into, such as prod.");
        }

        var (entities, problem) = await scope.ReadAsync(environment, null, cancellation);
        if (entities is null)
        {
            return problem!;
        }

        var parts = tag?.Split('=', 2);
        if (parts is ["" or " ", ..])
        {
            return Bad("tag is a key and a value, such as team=shop, or a key alone.");
        }

        var wanted = parts is null ? null : new ResourceTag(parts[0].Trim(), parts.Length > 1 ? parts[1].Trim() : null);
        return await discoverer.DiscoverAsync((string)entities["environment"], wanted, cancellation) is { } found
            ? ApiJson.Document(DiscoveryDocument.Of(found))
            : Bad("No account is configured that could be looked into: set Helm:Cloud:Enabled and its environments.");
    }

    private static IResult Bad(string detail) => Problems.Of(StatusCodes.Status400BadRequest, "Nothing to look into", detail);
}

/// <summary>What was found; <c>proposed</c> is the registry's own document, ready to be pasted or posted entry by entry.</summary>
internal sealed record DiscoveryDocument(
    string Environment, string? Account, IReadOnlyList<DiscoveredResource> Found, IReadOnlyList<ListingProblem> Problems, DeploymentList Proposed)
{
    public static DiscoveryDocument Of(Discovery found) =>
        new(found.Environment, found.Account, found.Found, found.Problems, new([.. found.Proposed.Select(DeploymentDocument.Of)]));
}
