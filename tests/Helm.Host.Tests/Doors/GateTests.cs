using System.Net;
using Helm.Host.Tests.Drivers;

namespace Helm.Host.Tests.Doors;

public sealed class GateTests : IAsyncLifetime
{
    private const string Question = """{"text":"status of production","conversation":"c","channel":"chat"}""";

    private HelmAtWork _helm = null!;

    public async ValueTask InitializeAsync() => _helm = await HelmAtWork.StartAsync(
        "Helm:Security:AllowedHosts:0=helm.example.com", "Helm:Security:AllowedOrigins:0=https://ops.example.com");

    public ValueTask DisposeAsync() => _helm.DisposeAsync();

    [Theory]
    [InlineData("localhost", 200)]
    [InlineData("127.0.0.1:1234", 200)]
    [InlineData("[::1]:3978", 200)]
    [InlineData("HELM.example.com", 200)]
    [InlineData("evil.example.com", 421)]
    [InlineData("localhost.evil.example.com", 421)]
    [InlineData("127.0.0.2", 421)]
    [InlineData("169.254.169.254", 421)]
    [InlineData("localhost.", 421)]
    public async Task Only_its_own_names_are_answered(string host, int status)
    {
        using var response = await _helm.SendAsync(HttpMethod.Get, "/healthz", headers: ("Host", host));

        Assert.Equal(status, (int)response.StatusCode);
    }

    [Theory]
    [InlineData(null, 200)]
    [InlineData("https://ops.example.com", 200)]
    [InlineData("https://ops.example.com.evil.com", 403)]
    [InlineData("http://ops.example.com", 403)]
    [InlineData("null", 403)]
    [InlineData("http://localhost", 403)]
    public async Task Pages_of_other_sites_cannot_send(string? origin, int status)
    {
        using var response = await _helm.SendAsync(
            HttpMethod.Post, "/api/ask", Question, headers: origin is null ? [] : [("Origin", origin)]);

        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task Its_own_pages_can_send()
    {
        using var response = await _helm.SendAsync(
            HttpMethod.Post, "/api/ask", Question, headers: ("Origin", _helm.Address.GetLeftPart(UriPartial.Authority)));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("application/json", 200)]
    [InlineData("Application/JSON; charset=UTF-8", 200)]
    [InlineData("application/json; charset=utf-16", 415)]
    [InlineData("application/x-www-form-urlencoded", 415)]
    [InlineData("text/plain", 415)]
    [InlineData("application/jsonp", 415)]
    [InlineData("nonsense", 415)]
    [InlineData(null, 415)]
    public async Task Only_json_is_taken(string? contentType, int status)
    {
        using var response = await _helm.SendAsync(HttpMethod.Post, "/api/ask", Question, contentType);

        Assert.Equal(status, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("POST", "/api/deployments")]
    [InlineData("DELETE", "/api/deployments/deploy-1")]
    [InlineData("POST", "/api/health-checks")]
    public async Task What_changes_something_needs_the_token(string method, string path)
    {
        foreach (var wrong in new[] { null, "Bearer", "Bearer nonsense", $"Basic {_helm.Token}", $"Bearer {_helm.Token}x", $"Bearer {_helm.Token[..^1]}" })
        {
            using var refused = await _helm.SendAsync(new HttpMethod(method), path, "{}", headers: wrong is null ? [] : [("Authorization", wrong)]);
            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
            Assert.Equal("Bearer", refused.Headers.WwwAuthenticate.ToString());
        }

        using var let = await _helm.SendAsync(new HttpMethod(method), path, "{}", headers: ("Authorization", $"Bearer {_helm.Token}"));
        Assert.True(let.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Every_answer_says_that_it_is_not_to_be_kept_guessed_or_framed()
    {
        foreach (var path in new[] { "/healthz", "/api/status", "/nowhere", "/metrics", "/openapi/v1.json" })
        {
            using var response = await _helm.SendAsync(HttpMethod.Get, path);
            Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
            Assert.StartsWith("default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.False(response.Headers.Contains("Server"));
        }
    }
}
