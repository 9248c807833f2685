namespace Helm.Acceptance.Tests.Drivers;

/// <summary>One Helm beside a sound company, for tests that leave it as it was.</summary>
public sealed class QuietHelm : IAsyncLifetime
{
    private PracticeCompany? _company;
    private HelmFolder? _folder;
    private HelmProcess? _helm;

    internal HelmProcess Helm => _helm!;

    public async ValueTask InitializeAsync()
    {
        _company = await PracticeCompany.StartAsync();
        _folder = new HelmFolder(_company);
        _helm = await HelmProcess.StartAsync(_folder);
    }

    public async ValueTask DisposeAsync()
    {
        await (_helm?.DisposeAsync() ?? ValueTask.CompletedTask);
        _folder?.Dispose();
        await (_company?.DisposeAsync() ?? ValueTask.CompletedTask);
    }
}
