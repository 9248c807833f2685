using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Helm.Host.Tests.Drivers;

namespace Helm.Host.Tests.Doors;

/// <summary>Whoever knocks at the doors of outside systems proves who it is, or nothing is read.</summary>
public sealed class ConnectorDoorTests(ConnectorDoorTests.Doors doors) : IClassFixture<ConnectorDoorTests.Doors>
{
    private const string Secret = "a secret of both sides";
    private const string Payload =
        """
        {"version":"4","status":"firing","receiver":"helm","alerts":[{"status":"firing","labels":{"alertname":"Slow","service":"cart"},"annotations":{},
        "startsAt":"2025-11-03T10:22:00Z","endsAt":"0001-01-01T00:00:00Z","fingerprint":"f1"}]}
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Secret, Payload, HttpStatusCode.OK)]
    [InlineData("another", Payload, HttpStatusCode.Unauthorized)]
    [InlineData("", Payload, HttpStatusCode.Unauthorized)]
    [InlineData(Secret, """{"version":"3"}""", HttpStatusCode.BadRequest)]
    [InlineData(Secret, """{"version":"4","alerts":[{"status":"firing"}]}""", HttpStatusCode.BadRequest)]
    [InlineData(Secret, "[", HttpStatusCode.BadRequest)]
    public async Task Alertmanager_is_known_by_its_secret_and_heard_in_version_4_only(string secret, string body, HttpStatusCode expected)
    {
        using var request = Post("/api/alertmanager", body);
        request.Headers.Authorization = secret.Length > 0 ? new AuthenticationHeaderValue("Bearer", secret) : null;

        using var answer = await doors.Helm.Http.SendAsync(request, Cancellation);

        Assert.Equal(expected, answer.StatusCode);
        Assert.DoesNotContain(Secret, await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_owners_token_is_no_secret_of_Alertmanager()
    {
        using var request = Post("/api/alertmanager", Payload);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", doors.Helm.Token);

        using var answer = await doors.Helm.Http.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData(Secret, "{\"action\":\"closed\"}", HttpStatusCode.Accepted)]
    [InlineData(Secret, "no JSON at all", HttpStatusCode.Accepted)]
    [InlineData("another", "{\"action\":\"closed\"}", HttpStatusCode.Unauthorized)]
    [InlineData("", "{\"action\":\"closed\"}", HttpStatusCode.Unauthorized)]
    public async Task GitHub_is_known_by_its_signature(string secret, string body, HttpStatusCode expected)
    {
        using var request = Post("/api/github/webhook", body);
        request.Headers.Add("X-GitHub-Event", "issues");
        if (secret.Length > 0)
        {
            request.Headers.Add("X-Hub-Signature-256", "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(body))));
        }

        using var answer = await doors.Helm.Http.SendAsync(request, Cancellation);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task Without_secrets_there_are_no_such_doors()
    {
        await using var other = await HelmAtWork.StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await other.Http.SendAsync(Post("/api/alertmanager", Payload), Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Http.SendAsync(Post("/api/github/webhook", "{}"), Cancellation)).StatusCode);
    }

    private static HttpRequestMessage Post(string path, string body) =>
        new(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    /// <summary>A Helm with both doors, for all of these tests.</summary>
    public sealed class Doors : IAsyncLifetime
    {
        internal HelmAtWork Helm { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Environment.SetEnvironmentVariable("HELM_TEST_DOOR_SECRET", Secret);
            Helm = await HelmAtWork.StartAsync(
                "Helm:Connectors:Alertmanager:Secret=env:HELM_TEST_DOOR_SECRET",
                "Helm:Connectors:GitHub:Repository=acme/shop",
                "Helm:Connectors:GitHub:Token=env:HELM_TEST_DOOR_SECRET",
                "Helm:Connectors:GitHub:WebhookSecret=env:HELM_TEST_DOOR_SECRET");
        }

        public ValueTask DisposeAsync() => Helm.DisposeAsync();
    }
}
