using Helm.Operations.Discovery;
using Helm.Operations.Monitoring;
using NSubstitute;

namespace Helm.Operations.Tests.Discovery;

public sealed class DiscovererTests
{
    private readonly IDeploymentReader _deployments = Substitute.For<IDeploymentReader>();
    private readonly IResourceFinder _finder = Substitute.For<IResourceFinder>();

    [Fact]
    public async Task Only_what_is_not_registered_is_proposed_by_domain()
    {
        Found(new("lambda", "api", "arn:aws:lambda:r:1:function:api"), new("lambda", "new", "arn:aws:lambda:r:1:function:new"), new("service", "orders", "arn:aws:cloudwatch:r:1:service/orders"));
        Registered(new Deployment { Id = "d1", Domain = "infrastructure", Environment = "prod", DeployedAt = default, Resources = [new("lambda_function", "api", "arn:aws:lambda:r:1:function:api")] });

        var found = await DiscoverAsync();

        Assert.Equal([("api", "d1"), ("new", null), ("orders", null)], found.Found.Select(one => (one.Name, one.RegisteredIn)));
        Assert.Equal([("infrastructure", "new"), ("application", "orders")], found.Proposed.Select(one => (one.Domain, one.Resources.Single().Name)));
    }

    [Fact]
    public async Task A_cache_registered_by_its_node_is_registered_and_a_service_of_another_cluster_is_not()
    {
        Found(new("elasticache", "redis", "arn:aws:elasticache:r:1:replicationgroup:redis"), new("ecs", "web", "arn:aws:ecs:r:1:service/two/web"));
        Registered(new Deployment
        {
            Id = "d1",
            Domain = "infrastructure",
            Environment = "prod",
            DeployedAt = default,
            Resources = [new("elasticache", "redis", "arn:aws:elasticache:r:1:cluster:redis"), new("ecs", "web", "arn:aws:ecs:r:1:service/one/web")],
        });

        Assert.Equal([("web", null), ("redis", "d1")], (await DiscoverAsync()).Found.Select(one => (one.Name, one.RegisteredIn)));
    }

    [Fact]
    public async Task What_is_registered_elsewhere_does_not_count_and_an_id_that_is_taken_is_not_taken_again()
    {
        Found(new FoundResource("lambda", "api", "arn"));
        Registered(
            new Deployment { Id = "d1", Domain = "infrastructure", Environment = "staging", DeployedAt = default, Resources = [new("lambda", "api")] },
            new Deployment { Id = "discovered-prod-infrastructure", Domain = "infrastructure", Environment = "prod", DeployedAt = default });

        Assert.Equal("discovered-prod-infrastructure-2", Assert.Single((await DiscoverAsync()).Proposed).Id);
    }

    [Fact]
    public async Task Without_an_account_there_is_nothing_to_look_into() =>
        Assert.Null(await new Discoverer([], _deployments, TimeProvider.System).DiscoverAsync("prod", null, TestContext.Current.CancellationToken));

    private void Found(params FoundResource[] resources) =>
        _finder.FindAsync(default!, default, default).ReturnsForAnyArgs(new FoundResources("1", resources, []));

    private void Registered(params Deployment[] deployments) => _deployments.ListAsync(default).ReturnsForAnyArgs(deployments);

    private async Task<Helm.Operations.Discovery.Discovery> DiscoverAsync() =>
        (await new Discoverer([_finder], _deployments, TimeProvider.System).DiscoverAsync("prod", null, TestContext.Current.CancellationToken))!;
}
