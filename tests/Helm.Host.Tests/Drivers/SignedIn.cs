using System.Net;
using System.Text.Json.Nodes;

namespace Helm.Host.Tests.Drivers;

/// <summary>A browser in which somebody signed in by a link of the owner.</summary>
internal sealed class SignedIn : IDisposable
{
    private readonly HelmAtWork _helm;
    private readonly HttpClient _http;

    private SignedIn(HelmAtWork helm) =>
        (_helm, _http) = (helm, new(new HttpClientHandler { CookieContainer = Cookies, AllowAutoRedirect = false }) { BaseAddress = helm.Address });

    public CookieContainer Cookies { get; } = new();

    public static async Task<string> LinkAsync(HelmAtWork helm, string? person = null)
    {
        using var made = await helm.PostAsync("/api/sign-in-links", new JsonObject { ["person"] = person }, ("Authorization", $"Bearer {helm.Token}"));
        Assert.Equal(HttpStatusCode.OK, made.StatusCode);
        var path = (string)JsonNode.Parse(await made.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["path"]!;
        return path.Split('#')[1];
    }

    public static async Task<SignedIn> AsAsync(HelmAtWork helm, string? person = null)
    {
        var browser = new SignedIn(helm);
        using var entered = await browser.PostAsync("/sign-in/link", new JsonObject { ["link"] = await LinkAsync(helm, person) });
        Assert.Equal(HttpStatusCode.NoContent, entered.StatusCode);
        return browser;
    }

    public static SignedIn Nobody(HelmAtWork helm) => new(helm);

    /// <param name="origin">Of the page that sends it; Helm's own unless told otherwise, none for null.</param>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, JsonNode? body = null, string? origin = "own", string? bearer = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new StringContent(body.ToJsonString(), System.Text.Encoding.UTF8, "application/json");
        }

        if (origin is not null)
        {
            request.Headers.TryAddWithoutValidation("Origin", origin == "own" ? _helm.Address.GetLeftPart(UriPartial.Authority) : origin);
        }

        if (bearer is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {bearer}");
        }

        return await _http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public Task<HttpResponseMessage> PostAsync(string path, JsonNode? body = null) => SendAsync(HttpMethod.Post, path, body);

    public async Task<JsonNode> JsonAsync(HttpMethod method, string path, JsonNode? body = null, string? bearer = null)
    {
        using var response = await SendAsync(method, path, body, bearer: bearer);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!;
    }

    /// <summary>A token for a conversation of this person.</summary>
    public async Task<string> TokenAsync() => (string)(await JsonAsync(HttpMethod.Post, "/v3/directline/tokens/generate"))["token"]!;

    public void Dispose() => _http.Dispose();
}
