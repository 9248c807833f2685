using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Helm.Conversation.Intents;
using Helm.Host.Turns;
using Helm.PracticeCloud;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Helm.Host.Tests.Drivers;

/// <summary>Everything is real: a practice cloud with the database scenario, a host that watched it once, and an Emulator.</summary>
public sealed class HelmAtTheCompany : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("helm-company-").FullName;
    private PracticeCloudServer _cloud = null!;

    internal HelmAtWork Helm { get; private set; } = null!;

    internal Emulator Emulator { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _cloud = await PracticeCloudServer.StartAsync(new PracticeCloudOptions { Port = 0, Scenarios = ["db-connections"], TimeScale = 60 });
        Emulator = await Emulator.StartAsync();
        Helm = await HelmAtWork.StartAsync(Open, _folder);
        while (!await IsCheckedAsync())
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Helm.DisposeAsync();
        await Emulator.DisposeAsync();
        await _cloud.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private void Open(WebApplicationBuilder builder)
    {
        builder.Configuration.AddInMemoryCollection(PracticeSettings.For(_cloud, _folder, RepositoryRoot()));
        builder.Services.RemoveLast<ITurns>().RemoveLast<IVocabularySource>();
    }

    private async Task<bool> IsCheckedAsync()
    {
        var deployments = await ListAsync("/api/deployments", "deployments");
        return deployments.Count > 0 && (await ListAsync("/api/health-checks", "reports")).Count >= deployments.Count;
    }

    private async Task<JsonArray> ListAsync(string path, string name) =>
        JsonNode.Parse(await Helm.Http.GetStringAsync(path, TestContext.Current.CancellationToken))![name]!.AsArray();

    private static string RepositoryRoot([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
}

/// <summary>Takes a test's double away again.</summary>
file static class Doubles
{
    public static IServiceCollection RemoveLast<T>(this IServiceCollection services)
    {
        services.Remove(services.Last(service => service.ServiceType == typeof(T)));
        return services;
    }
}
