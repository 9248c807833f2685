using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Helm.Acceptance.Tests.Drivers;

/// <summary>A running Helm over its HTTP API, as its owner.</summary>
internal sealed class HelmApi : IDisposable
{
    private readonly HttpClient _http;

    public HelmApi(Uri address, string token)
    {
        _http = new HttpClient { BaseAddress = address };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public async Task<JsonNode> GetAsync(string path)
    {
        using var answer = await _http.GetAsync(path, Patience.Stop);
        return (await ReadAsync(answer, HttpStatusCode.OK))!;
    }

    /// <summary>Null for what is not there.</summary>
    public async Task<JsonNode?> FindAsync(string path)
    {
        using var answer = await _http.GetAsync(path, Patience.Stop);
        return answer.StatusCode == HttpStatusCode.NotFound ? null : await ReadAsync(answer, HttpStatusCode.OK);
    }

    public async Task<(HttpStatusCode Status, JsonNode Body)> PostAsync(string path, string body, bool asOwner = true)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Authorization = asOwner ? _http.DefaultRequestHeaders.Authorization : null;
        using var client = asOwner ? null : new HttpClient { BaseAddress = _http.BaseAddress };
        using var answer = await (client ?? _http).SendAsync(request, Patience.Stop);
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync(Patience.Stop))!);
    }

    public async Task<JsonNode> AskAsync(string text, string conversation = "acceptance")
    {
        var (status, body) = await PostAsync("api/ask", new JsonObject { ["text"] = text, ["conversation"] = conversation }.ToJsonString());
        Assert.True(status == HttpStatusCode.OK, $"'{text}' was answered with {(int)status}: {body}");
        return body;
    }

    /// <summary>HEALTHY, UNKNOWN, DEGRADED or UNHEALTHY.</summary>
    public async Task<string> OverallAsync(string environment = "prod") =>
        (await GetAsync($"api/status?environment={environment}"))["overall_health"]!.GetValue<string>();

    /// <summary>All issues, the resolved ones too, by id.</summary>
    public async Task<IssueLine[]> IssuesAsync()
    {
        var open = await GetAsync("api/issues?top=1000");
        var resolved = await GetAsync("api/issues?top=1000&status=resolved");
        return [.. open["issues"]!.AsArray().Concat(resolved["issues"]!.AsArray()).Select(issue => IssueLine.Of(issue!)).OrderBy(issue => issue.Id, StringComparer.Ordinal)];
    }

    /// <summary>The latest report of each deployment: its id and its time.</summary>
    public async Task<Dictionary<string, DateTimeOffset>> ReportsAsync() => (await GetAsync("api/health-checks"))["reports"]!.AsArray()
        .ToDictionary(report => report!["deployment_id"]!.GetValue<string>(), report => report!["timestamp"]!.GetValue<DateTimeOffset>());

    public void Dispose() => _http.Dispose();

    private static async Task<JsonNode?> ReadAsync(HttpResponseMessage answer, HttpStatusCode expected)
    {
        var body = await answer.Content.ReadAsStringAsync(Patience.Stop);
        Assert.True(answer.StatusCode == expected, $"{answer.RequestMessage!.RequestUri} answered {(int)answer.StatusCode}: {body}");
        return JsonNode.Parse(body);
    }
}

/// <summary>An issue as far as a test tells issues apart.</summary>
/// <param name="What">What makes it this issue and no other: where, and what is wrong.</param>
internal sealed record IssueLine(string Id, string What, string Status)
{
    public bool IsOpen => Status != "resolved";

    public static IssueLine Of(JsonNode issue) => new(
        Text(issue["issue_id"]),
        string.Join('/', Text(issue["environment"]), Text(issue["resource"]!["type"]), Text(issue["resource"]!["name"]), Text(issue["issue"]!["title"])),
        Text(issue["status"]));

    private static string Text(JsonNode? node) => node!.GetValue<string>();
}
