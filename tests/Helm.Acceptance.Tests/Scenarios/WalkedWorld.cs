using Helm.Acceptance.Tests.Drivers;
using Helm.PracticeCloud;

namespace Helm.Acceptance.Tests.Scenarios;

/// <summary>One company with an account for each scenario, one Helm that watches them all, and every scenario walked through at the same time.</summary>
public sealed class WalkedWorld : IAsyncLifetime
{
    private readonly Dictionary<string, Task<Walked>> _walks = [];
    private readonly string _company = Path.Combine(Path.GetTempPath(), $"helm-walk-{Guid.NewGuid():N}.json");
    private PracticeCompany? _cloud;
    private HelmFolder? _folder;
    private HelmProcess? _helm;

    /// <summary>What became of a scenario, as soon as it is over.</summary>
    internal Task<Walked> OfAsync(Expected expected) => _walks[expected.Environment];

    public async ValueTask InitializeAsync()
    {
        File.WriteAllText(_company, ScenarioCompany.Document().ToJsonString());
        _cloud = await PracticeCompany.StartAsync(new PracticeCloudOptions { CompanyFile = _company, Resolution = TimeSpan.FromSeconds(5) });
        _folder = Folder(_cloud);
        _helm = await HelmProcess.StartAsync(_folder);
        // A walk lasts longer than whatever test happens to be running, so it has no part in the context of one.
        using var apart = ExecutionContext.SuppressFlow();
        foreach (var expected in ScenarioWalkTests.All)
        {
            _walks[expected.Environment] = Task.Run(new Walk(_cloud, _helm.Api, expected).RunAsync);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAny(Task.WhenAll(_walks.Values), Task.Delay(TimeSpan.FromSeconds(10), CancellationToken.None));
        await (_helm?.DisposeAsync() ?? ValueTask.CompletedTask);
        _folder?.Dispose();
        await (_cloud?.DisposeAsync() ?? ValueTask.CompletedTask);
        File.Delete(_company);
    }

    private static HelmFolder Folder(PracticeCompany cloud)
    {
        var folder = MendingHelm.Folder(cloud);
        folder.Settings["Helm:Cloud:Window"] = "30s"; // instead of five minutes, so that what is over is seen to be over
        folder.Settings["Helm:Cloud:KeepDocumentedRates"] = "false";
        folder.Settings["Helm:Dashboard:DefaultEnvironment"] = ScenarioWalkTests.All[0].Environment;
        var at = 0;
        foreach (var expected in ScenarioWalkTests.All)
        {
            folder.Settings[$"Helm:Environments:{at}:Name"] = expected.Environment;
            if (expected.InProduction)
            {
                folder.Settings[$"Helm:Remediation:ProductionEnvironments:{at}"] = expected.Environment;
            }

            at++;
        }

        File.WriteAllText(folder.In("deployments.json"), ScenarioCompany.Deployments().ToJsonString());
        return folder;
    }
}
