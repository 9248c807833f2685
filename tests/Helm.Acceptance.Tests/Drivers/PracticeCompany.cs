using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Helm.PracticeCloud;

namespace Helm.Acceptance.Tests.Drivers;

/// <summary>A practice cloud in this process, moved through its control door as a person would.</summary>
internal sealed class PracticeCompany : IAsyncDisposable
{
    private readonly PracticeCloudServer _cloud;
    private readonly HttpClient _door;

    private PracticeCompany(PracticeCloudServer cloud)
    {
        _cloud = cloud;
        _door = new HttpClient { BaseAddress = cloud.Endpoint };
    }

    public Uri Endpoint => _cloud.Endpoint;

    public IReadOnlyList<PracticeAccount> Accounts => _cloud.Accounts;

    public static Task<PracticeCompany> StartAsync(params string[] scenarios) =>
        StartAsync(new PracticeCloudOptions { Scenarios = scenarios });

    public static async Task<PracticeCompany> StartAsync(PracticeCloudOptions options) =>
        new(await PracticeCloudServer.StartAsync(options with { Port = 0, TimeScale = 60 }, Patience.Stop));

    /// <summary>Spoils calls from now on: <c>new { kind = "throttle", rate = 0.2, seed = 3 }</c>.</summary>
    public async Task SpoilAsync(object fault) => await AcceptedAsync(await _door.PostAsJsonAsync("/_practice/faults", fault, Patience.Stop));

    public async Task MendAsync() => await AcceptedAsync(await _door.DeleteAsync("/_practice/faults", Patience.Stop));

    public async Task BeginAsync(string scenario) => await AcceptedAsync(await _door.PostAsync($"/_practice/scenarios/{scenario}", null, Patience.Stop));

    public async Task BeginAsync(JsonObject scenario) => await AcceptedAsync(await _door.PostAsJsonAsync("/_practice/scenarios", scenario, Patience.Stop));

    public async Task EndAsync(string scenario) => await AcceptedAsync(await _door.DeleteAsync($"/_practice/scenarios/{scenario}", Patience.Stop));

    /// <summary>All calls that arrived, or those of one operation such as <c>monitoring:GetMetricData</c>.</summary>
    public async Task<int> CallsAsync(string? operation = null) => (await StatisticsAsync()).GetProperty("calls").EnumerateObject()
        .Where(call => operation is null || call.Name == operation).Sum(call => call.Value.GetInt32());

    /// <summary>How many calls a fault has hit.</summary>
    public async Task<int> SpoiledAsync() =>
        (await StatisticsAsync()).GetProperty("faults").EnumerateObject().Sum(one => one.Value.GetInt32());

    /// <summary>The operations that would have changed something.</summary>
    public async Task<string[]> MutationsAsync() =>
        [.. (await StatisticsAsync()).GetProperty("mutations").EnumerateArray().Select(one => one.GetProperty("operation").GetString()!)];

    /// <summary>Those of one environment.</summary>
    public async Task<string[]> MutationsAsync(string environment)
    {
        var account = Accounts.First(one => one.Environment == environment).AccountId;
        return [.. (await StatisticsAsync()).GetProperty("mutations").EnumerateArray().Where(one => one.GetProperty("account").GetString() == account)
            .Select(one => one.GetProperty("operation").GetString()!)];
    }

    public async ValueTask DisposeAsync()
    {
        _door.Dispose();
        await _cloud.DisposeAsync();
    }

    private Task<JsonElement> StatisticsAsync() => _door.GetFromJsonAsync<JsonElement>("/_practice/stats", Patience.Stop);

    private static async Task AcceptedAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            Assert.True(
                answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.NoContent,
                $"The control door answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(Patience.Stop)}");
        }
    }
}
