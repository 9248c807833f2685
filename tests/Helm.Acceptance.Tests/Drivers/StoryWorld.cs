using System.Text.Json.Nodes;
using Helm.Connectors.Tests.Drivers;

namespace Helm.Acceptance.Tests.Drivers;

/// <summary>A company with a fault, whoever is alerted, the developers' tracker, and a Helm that may mend.</summary>
internal sealed class StoryWorld : IAsyncDisposable
{
    private const string DeviceSecret = "the-secret-of-the-kitchen";

    private readonly Loopback _ops;
    private readonly HelmFolder _folder;

    private StoryWorld(Loopback ops, LoopbackGitHub github, PracticeCompany company, HelmFolder folder, HelmProcess helm) =>
        (_ops, Developers, Company, _folder, Helm) = (ops, github, company, folder, helm);

    public PracticeCompany Company { get; }

    public LoopbackGitHub Developers { get; }

    public HelmProcess Helm { get; }

    public static async Task<StoryWorld> StartAsync(string scenario)
    {
        var ops = await Loopback.StartAsync((_, _, _) => Task.CompletedTask);
        var github = await LoopbackGitHub.StartAsync();
        var company = await MendingHelm.CompanyAsync(scenario);
        var folder = MendingHelm.Folder(company);
        foreach (var (name, value) in Settings(ops, github))
        {
            folder.Settings["Helm:" + name] = value;
        }

        folder.SetVariable("HELM_TEST_KITCHEN", DeviceSecret);
        folder.SetVariable("HELM_TEST_GITHUB", LoopbackGitHub.Token);
        folder.SetVariable("HELM_TEST_GITHUB_HOOK", GitHubHook.Secret);
        folder.SetVariable("HELM_TEST_OPS", "the-secret-of-ops");
        return new(ops, github, company, folder, await HelmProcess.StartAsync(folder));
    }

    /// <summary>A microphone whose owner may approve.</summary>
    public Task<SpokenDevice> KitchenAsync() => SpokenDevice.ConnectAsync(Helm.Address, DeviceSecret, _folder.Path);

    /// <summary>What whoever is alerted has received.</summary>
    public JsonNode[] Alerts(string kind) =>
        [.. _ops.Requests.Select(request => JsonNode.Parse(request.Text)!).Where(one => (string?)one["kind"] == kind)];

    /// <summary>What became of the messages, for whoever waits for one in vain.</summary>
    public async Task<string> DeliveriesAsync() =>
        $"{await Helm.Api.GetAsync("api/alerts/why/infra-001")}\n{await Helm.Api.GetAsync("api/outbox")}\n{await Helm.Api.GetAsync("api/issues")}";

    public async ValueTask DisposeAsync()
    {
        await Helm.DisposeAsync();
        await Company.DisposeAsync();
        await Developers.DisposeAsync();
        await _ops.DisposeAsync();
        _folder.Dispose();
    }

    private static Dictionary<string, string> Settings(Loopback ops, LoopbackGitHub github) => new()
    {
        ["Cloud:Window"] = "30s", // instead of five minutes, so that what is over is seen to be over
        ["Alerting:Enabled"] = "true",
        ["Alerting:Channels:0"] = "ops",
        ["Alerting:Destinations:ops:Channel"] = "webhook",
        ["Alerting:Destinations:ops:Address"] = "ops",
        ["Connectors:Webhook:Endpoints:ops:Url"] = $"{ops.Url}alerts",
        ["Connectors:Webhook:Endpoints:ops:Secret"] = "env:HELM_TEST_OPS",
        ["Connectors:GitHub:Repository"] = "acme/shop",
        ["Connectors:GitHub:ApiUrl"] = github.Url.ToString(),
        ["Connectors:GitHub:Token"] = "env:HELM_TEST_GITHUB",
        ["Connectors:GitHub:WebhookSecret"] = "env:HELM_TEST_GITHUB_HOOK",
        ["People:0:Id"] = "api:alice",
        ["People:0:Name"] = "Alice",
        ["People:0:Role"] = "Approver",
        ["Voice:Enabled"] = "true",
        ["Voice:Devices:0:Id"] = "kitchen",
        ["Voice:Devices:0:Name"] = "Kitchen",
        ["Voice:Devices:0:Owner"] = "api:alice",
        ["Voice:Devices:0:Role"] = "Approver",
        ["Voice:Devices:0:Token"] = "env:HELM_TEST_KITCHEN",
        ["Voice:Announcements:QuietFrom"] = "00:00:00",
        ["Voice:Announcements:QuietUntil"] = "00:00:00",
    };
}
