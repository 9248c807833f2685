using Helm.Speech.Tests.Engines;

namespace Helm.Speech.Tests.Azure;

/// <summary>Azure Speech can say no in many ways; each is told with what to do, once, and another engine hears the sentence.</summary>
public sealed class AzureFailureTests
{
    [Theory]
    [InlineData(401, "refuses the key (401). Correct Helm:Speech:Azure:Key")]
    [InlineData(403, "forbids it (403)")]
    [InlineData(429, "throttles: too many requests for the resource's tier. It is left alone for 17 seconds.")]
    [InlineData(404, "not at this address (404)")]
    [InlineData(500, "answers 500")]
    public Task What_is_refused_says_why_and_what_to_do(int status, string reason) =>
        ReplacedAsync(new AzureScript { Refusal = status, RetryAfterSeconds = 17 }, reason);

    [Theory]
    [InlineData(1011, "Quota exceeded", "throttles")]
    [InlineData(4429, "", "throttles")]
    [InlineData(1011, "internal", "broke off in the middle of a sentence (close 1011)")]
    public Task A_socket_that_is_closed_says_why(int code, string why, string reason) =>
        ReplacedAsync(new AzureScript { Close = (code, why) }, reason);

    [Theory]
    [InlineData("TooManyRequests", "throttles")]
    [InlineData("Error", "answers 503")]
    [InlineData("Forbidden", "forbids it (403)")]
    public Task A_phrase_that_is_a_refusal_is_one(string status, string reason) => ReplacedAsync(new AzureScript { Status = status }, reason);

    [Fact]
    public Task A_socket_that_is_dropped_is_a_lost_connection() => ReplacedAsync(new AzureScript { Drops = true }, "was lost");

    [Fact]
    public Task A_service_that_does_not_answer_is_not_waited_for_for_ever() =>
        ReplacedAsync(new AzureScript { IsMute = true }, "did not answer within 2 seconds");

    [Fact]
    public async Task A_service_that_is_not_there_is_named()
    {
        await using var azure = await AzureScene.SetAsync();
        var port = azure.Service.Host.Port;
        using var ear = await azure.EarAsync();
        await azure.Service.DisposeAsync();

        Assert.Equal("6400 by local", (await azure.HearWithAsync(new CountingTranscriber("local", fails: false))).Words);
        Assert.Contains($"cannot be reached at 127.0.0.1:{port}", Assert.Single(azure.Told).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_is_said_once_however_often_it_happens_and_no_secret_with_it()
    {
        await using var azure = await AzureScene.SetAsync(new AzureScript { Refusal = 401 });

        await azure.HearWithAsync(new CountingTranscriber("local", fails: false), times: 3);

        var trouble = Assert.Single(azure.Told);
        Assert.Equal(("azure", "local"), (trouble.Engine, trouble.Next));
        Assert.DoesNotContain(AzureScript.Key, trouble.Reason, StringComparison.Ordinal);
    }

    private static async Task ReplacedAsync(AzureScript script, string reason)
    {
        await using var azure = await AzureScene.SetAsync(script);

        // The other one hears all of it.
        Assert.Equal("6400 by local", (await azure.HearWithAsync(new CountingTranscriber("local", fails: false))).Words);

        Assert.Contains(reason, Assert.Single(azure.Told).Reason, StringComparison.Ordinal);
    }
}
