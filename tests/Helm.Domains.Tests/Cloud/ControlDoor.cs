using System.Net.Http.Json;
using System.Text.Json;

namespace Helm.Domains.Tests.Cloud;

/// <summary>The practice cloud's control door.</summary>
internal sealed class ControlDoor(Uri cloud) : IDisposable
{
    private readonly HttpClient _door = new() { BaseAddress = cloud };

    public async Task SpoilAsync(object fault) =>
        (await _door.PostAsJsonAsync("/_practice/faults", fault, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();

    public async Task MendAsync() =>
        (await _door.DeleteAsync("/_practice/faults", TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();

    public async Task ScenarioAsync(string name) =>
        (await _door.PostAsync($"/_practice/scenarios/{name}", null, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();

    /// <summary>One that does not come along.</summary>
    public async Task ScenarioAsync(object scenario) =>
        (await _door.PostAsJsonAsync("/_practice/scenarios", scenario, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();

    /// <summary>How often an operation arrived: <c>rds:RebootDBInstance</c>.</summary>
    public async Task<int> ArrivedAsync(string operation)
    {
        var stats = await _door.GetFromJsonAsync<JsonElement>("/_practice/stats", TestContext.Current.CancellationToken);
        return stats.GetProperty("calls").TryGetProperty(operation, out var count) ? count.GetInt32() : 0;
    }

    /// <summary>How many calls a fault has hit.</summary>
    public async Task<int> SpoiledAsync()
    {
        var stats = await _door.GetFromJsonAsync<JsonElement>("/_practice/stats", TestContext.Current.CancellationToken);
        return stats.GetProperty("faults").EnumerateObject().Sum(one => one.Value.GetInt32());
    }

    public void Dispose() => _door.Dispose();
}
