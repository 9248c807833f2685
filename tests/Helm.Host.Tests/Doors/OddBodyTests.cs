using System.Text;
using System.Text.Json.Nodes;
using Helm.Host.Tests.Drivers;

namespace Helm.Host.Tests.Doors;

public sealed class OddBodyTests : EmulatorScenario
{
    /// <summary>The full count with <c>./test --soak</c>.</summary>
    private static readonly int Bodies = Environment.GetEnvironmentVariable("HELM_SOAK") is null ? 500 : 50_000;

    [Theory]
    [InlineData("""{"type":"message"}""", 400)]
    [InlineData("""{"type":"dance","conversation":{"id":"c"},"serviceUrl":"http://localhost/"}""", 202)]
    [InlineData("""{"type":"typing","conversation":{"id":"c"},"serviceUrl":"http://localhost/"}""", 202)]
    [InlineData("""{"type":"invoke","name":"dance","conversation":{"id":"c"},"serviceUrl":"http://localhost/"}""", 400)]
    [InlineData("""{"type":5}""", 400)]
    [InlineData("""{"type":"message","conversation":5}""", 400)]
    [InlineData("null", 400)]
    [InlineData("[]", 400)]
    [InlineData("", 400)]
    [InlineData("{", 400)]
    [InlineData("not json", 400)]
    public async Task An_odd_activity_is_refused_or_left_alone(string body, int status)
    {
        using var response = await Helm.SendAsync(HttpMethod.Post, "/api/messages", body);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Empty(Helm.Turns.Heard);
    }

    [Theory]
    [InlineData("/api/messages")]
    [InlineData("/api/ask")]
    public async Task A_large_body_is_refused(string path)
    {
        // What is wrong in its first bytes may be told before it turns out how long it is.
        var text = new string('x', 1_000_000);
        var message = path == "/api/ask" ? new JsonObject { ["text"] = text } : InLine(text);
        using var whole = await Helm.PostAsync(path, message);
        using var chunked = await Helm.SendAsync(HttpMethod.Post, path, message.ToJsonString(), headers: ("Transfer-Encoding", "chunked"));

        Assert.Equal(413, (int)whole.StatusCode);
        Assert.Equal(413, (int)chunked.StatusCode);
        Assert.Empty(Helm.Turns.Heard);
    }

    [Theory]
    [InlineData("/api/messages")]
    [InlineData("/api/ask")]
    [InlineData("/api/deployments")]
    [InlineData("/api/health-checks")]
    public async Task No_body_whatever_makes_the_host_fail(string path)
    {
        var random = new Random(20_260_101);
        for (var number = 0; number < Bodies; number++)
        {
            var body = Mangle(random, Sample(path));
            using var content = new ByteArrayContent(body);
            content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {Helm.Token}");
            using var response = await Helm.Http.SendAsync(request, Cancellation);
            Assert.True((int)response.StatusCode < 500, $"{(int)response.StatusCode} for body {number}: {Encoding.UTF8.GetString(body)}");
        }
    }

    private byte[] Sample(string path) => Encoding.UTF8.GetBytes((path switch
    {
        "/api/messages" => InLine("status \\ud800 of production"),
        "/api/ask" => new JsonObject { ["text"] = "status", ["conversation"] = "c", ["channel"] = "voice", ["person"] = "alice" },
        "/api/health-checks" => new JsonObject { ["deployment_id"] = "deploy-1", ["timeout"] = "5s" },
        _ => JsonNode.Parse("""
            {"id":"deploy-1","domain":"infrastructure","environment":"prod","deployed_at":"2025-11-03T10:30:00Z",
             "resources":[{"type":"lambda","name":"api","arn":"arn:aws:lambda:us-east-1:1:function:api"}],"monitoring":{"enabled":true,"health_check_interval":"5m"}}
            """)!,
    }).ToJsonString());

    private static byte[] Mangle(Random random, byte[] body)
    {
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var at = random.Next(body.Length);
            body = random.Next(5) switch
            {
                0 => body[..at],
                1 => [.. body[..at], (byte)random.Next(256), .. body[at..]],
                2 => [.. body[..at], .. "\\ud800"u8, .. body[at..]],
                3 => [.. body[..at], .. body[random.Next(body.Length)..]],
                _ => [.. body[..at], .. Tricky[random.Next(Tricky.Length)], .. body[Math.Min(body.Length, at + 4)..]],
            };
            if (body.Length == 0)
            {
                return body;
            }
        }

        return body;
    }

    private static readonly byte[][] Tricky =
    [
        [.. "null"u8], [.. "[]"u8], [.. "{}"u8], [.. "1e999"u8], [.. "\\u0000"u8], [.. "\"\""u8], [.. ":"u8], [.. "\xff\xfe"u8],
        [.. Enumerable.Repeat((byte)'[', 100)], [.. "\"membersAdded\":[null,{}],"u8], [.. "-0"u8], [.. "true"u8],
    ];
}
