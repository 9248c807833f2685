using System.Net;
using System.Text.Json.Nodes;
using Helm.Host.Tests.Drivers;

namespace Helm.Host.Tests.Doors;

public sealed class ErrorTests : IAsyncLifetime
{
    private HelmAtWork _helm = null!;

    public async ValueTask InitializeAsync() => _helm = await HelmAtWork.StartAsync();

    public ValueTask DisposeAsync() => _helm.DisposeAsync();

    [Theory]
    [InlineData("GET", "/nowhere", 404)]
    [InlineData("GET", "/api/ask", 405)]
    [InlineData("GET", "/api/status?environment=mars", 400)]
    [InlineData("GET", "/api/status?format=xml", 400)]
    [InlineData("GET", "/api/issues?top=0", 400)]
    [InlineData("GET", "/api/issues?top=many", 400)]
    [InlineData("GET", "/api/issues?severity=bad", 400)]
    [InlineData("GET", "/api/issues/infra-999", 404)]
    public async Task Errors_say_what_happened_and_what_to_do(string method, string path, int status)
    {
        using var response = await _helm.SendAsync(new HttpMethod(method), path);
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(status, (int)problem["status"]!);
        Assert.NotEmpty((string)problem["title"]!);
        Assert.NotEmpty((string)problem["detail"]!);
    }

    [Fact]
    public async Task A_failure_inside_is_told_without_its_inside()
    {
        _helm.Turns.Answer = _ => throw new InvalidOperationException("secret inside");
        using var response = await _helm.SendAsync(HttpMethod.Post, "/api/ask", """{"text":"status"}""");
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.DoesNotContain("secret", body, StringComparison.Ordinal);
        Assert.Contains(response.Headers.GetValues("X-Correlation-Id").Single(), body, StringComparison.Ordinal);
    }
}
