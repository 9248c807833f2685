using Helm.Conversation.Intents;
using Helm.Conversation.Tests.Direction;

namespace Helm.Conversation.Tests.Turns;

public sealed class LiveVocabularyTests : IDisposable
{
    private readonly Desk _desk = new(Example.Troubled);

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task It_knows_what_is_registered_open_and_configured()
    {
        var names = await NowAsync();

        Assert.Equal(["prod", "staging", "test", "dev"], names.Environments.Select(name => name.Canonical));
        Assert.Equal(["infrastructure", "application", "content"], names.Domains.Select(name => name.Canonical));
        Assert.Contains(new ResourceName("api-lambda", "lambda", "staging", "infrastructure"), names.Resources);
        Assert.Equal(new IssueName("infra-001", 1, "api-lambda", "critical", "prod"), names.Issues[0]);
    }

    [Fact]
    public async Task A_new_deployment_is_known_after_two_seconds()
    {
        await NowAsync();
        _desk.Operations.Deployments.Add(Example.Deployment("test") with { Domain = "kubernetes" });
        var before = await NowAsync();
        _desk.Clock.Pass(TimeSpan.FromSeconds(2));

        Assert.DoesNotContain(before.Domains, name => name.Canonical == "kubernetes");
        Assert.Contains((await NowAsync()).Domains, name => name.Canonical == "kubernetes");
    }

    [Fact]
    public async Task While_nothing_changes_it_stays_the_same_object()
    {
        var before = await NowAsync();
        _desk.Clock.Pass(TimeSpan.FromMinutes(5));

        Assert.Same(before, await NowAsync());
    }

    private ValueTask<Vocabulary> NowAsync() => _desk.Get<IVocabularySource>().CurrentAsync(TestContext.Current.CancellationToken);
}
