using System.Text.Json;
using Helm.Operations.Monitoring;

namespace Helm.Domains.Tests.Cloud;

/// <summary>Deployments for the tests: those of the practice company, and made ones.</summary>
internal static class Deployments
{
    public static IReadOnlyList<Deployment> OfCompany(string domain, string? environment = null)
    {
        using var document = JsonDocument.Parse(
            File.ReadAllBytes(Path.Combine(Assets.Folder, "practice", "deployments.json")));
        return [.. document.RootElement.GetProperty("deployments").EnumerateArray()
            .Where(one => one.GetProperty("domain").GetString() == domain)
            .Where(one => environment is null || one.GetProperty("environment").GetString() == environment)
            .Select(Read)];
    }

    public static Deployment Of(string environment, params DeployedResource[] resources) => new()
    {
        Id = $"deploy-{environment}",
        Domain = "infrastructure",
        Environment = environment,
        DeployedAt = DateTimeOffset.UnixEpoch,
        Resources = resources,
    };

    /// <summary>Functions of the practice cloud's generated company, a hundred to a deployment.</summary>
    public static IReadOnlyList<Deployment> Generated(int functions) =>
        [.. Enumerable.Range(1, functions).Chunk(100).Select((chunk, index) =>
            Of("prod", [.. chunk.Select(number => new DeployedResource("lambda", $"generated-{number:D5}"))]) with
            {
                Id = $"deploy-{index}",
            })];

    private static Deployment Read(JsonElement one) => Of(
        one.GetProperty("environment").GetString()!,
        [.. one.GetProperty("resources").EnumerateArray().Select(resource => new DeployedResource(
            resource.GetProperty("type").GetString()!,
            resource.GetProperty("name").GetString()!,
            resource.GetProperty("arn").GetString()))]) with
    {
        Id = one.GetProperty("id").GetString()!,
        Domain = one.GetProperty("domain").GetString()!,
    };
}
