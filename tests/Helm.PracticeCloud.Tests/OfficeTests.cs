using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Helm.PracticeCloud.Office;

namespace Helm.PracticeCloud.Tests;

/// <summary>Whoever is on call, and the developers: they read what carries their secret, and say when a fix ships.</summary>
public sealed class OfficeTests : IAsyncLifetime
{
    private readonly List<string> _told = [];
    private PracticeCloudServer _cloud = null!;
    private HttpClient _http = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _cloud = await PracticeCloudServer.StartAsync(new PracticeCloudOptions { Port = 0 }, Cancellation);
        _cloud.Office.Tell = _told.Add;
        _http = new HttpClient { BaseAddress = _cloud.Endpoint };
    }

    [Fact]
    public async Task An_alert_is_told_when_its_signature_fits_and_only_then()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, await AlertAsync("a secret of somebody else"));
        Assert.Empty(_told);

        Assert.Equal(HttpStatusCode.NoContent, await AlertAsync(_cloud.Office.Secret));
        Assert.Equal("The engineer on call is told:\n  It burns.\n  Badly.", Assert.Single(_told));
    }

    [Fact]
    public async Task A_work_item_is_kept_for_whoever_has_the_token()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await ItemsAsync(HttpMethod.Post, "", "another", new JsonObject { ["title"] = "x" })).StatusCode);

        var made = await CreateAsync();
        var all = await (await ItemsAsync(HttpMethod.Get, "?labels=helm-escalation&state=all&per_page=100&page=1", _cloud.Office.Secret)).Content.ReadFromJsonAsync<JsonArray>(Cancellation);

        Assert.Equal("[HELM-infra-001] It burns", (string?)Assert.Single(all!)!["title"]);
        Assert.Contains("the body", await _http.GetStringAsync((string?)made["html_url"], Cancellation), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await ItemsAsync(HttpMethod.Get, "/2", _cloud.Office.Secret)).StatusCode);
    }

    [Fact]
    public async Task Who_closes_a_work_item_is_told_of_as_GitHub_tells_it()
    {
        var made = await CreateAsync();
        var close = new Uri((string)made["html_url"]! + "/close");
        _cloud.Office.Webhook = new Uri(_cloud.Endpoint, "_office/alerts"); // a door that knows another signature, so that being asked shows

        using var refused = await _http.PostAsync(close, null, Cancellation);
        Assert.False(refused.IsSuccessStatusCode);
        _cloud.Office.Webhook = null;
        using var closed = await _http.PostAsync(close, null, Cancellation);

        Assert.True(closed.IsSuccessStatusCode);
        Assert.Contains("(closed)", await _http.GetStringAsync((string?)made["html_url"], Cancellation), StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _cloud.DisposeAsync();
    }

    private async Task<HttpStatusCode> AlertAsync(string secret)
    {
        const string body = """{"text":"It burns.\nBadly."}""";
        using var request = new HttpRequestMessage(HttpMethod.Post, "/_office/alerts") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Helm-Timestamp", "1762166520");
        request.Headers.Add("X-Helm-Signature-256", PracticeOffice.Signature(Encoding.UTF8.GetBytes("1762166520." + body), secret));
        using var answer = await _http.SendAsync(request, Cancellation);
        return answer.StatusCode;
    }

    private async Task<JsonObject> CreateAsync()
    {
        var asked = new JsonObject { ["title"] = "[HELM-infra-001] It burns", ["body"] = "the body", ["labels"] = new JsonArray("helm-escalation") };
        using var made = await ItemsAsync(HttpMethod.Post, "", _cloud.Office.Secret, asked);
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        return (await made.Content.ReadFromJsonAsync<JsonObject>(Cancellation))!;
    }

    private async Task<HttpResponseMessage> ItemsAsync(HttpMethod method, string path, string token, JsonObject? body = null)
    {
        using var request = new HttpRequestMessage(method, $"/_office/repos/{PracticeOffice.Repository}/issues{path}") { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new("Bearer", token);
        return await _http.SendAsync(request, Cancellation);
    }
}
