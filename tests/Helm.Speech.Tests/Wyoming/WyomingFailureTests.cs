using Helm.Speech.Engines;
using Helm.Speech.Tests.Engines;
using Helm.Speech.Wyoming;

namespace Helm.Speech.Tests.Wyoming;

/// <summary>A Wyoming server may be away, wrong or hostile; another engine takes its place and the reason is told.</summary>
public sealed class WyomingFailureTests
{
    [Fact]
    public Task A_server_that_says_an_error_is_quoted_without_control_characters() => ReplacedAsync(
        async peer =>
        {
            await peer.ExpectAsync("transcribe");
            await peer.SendEventAsync("error", """{"text": "model is not\nloaded\u001b[2J", "code": "asr"}""");
            await Task.Delay(200);
        },
        "says: model is not loaded [2J");

    [Fact]
    public Task A_server_that_goes_away_is_a_lost_connection() => ReplacedAsync(peer => peer.ExpectAsync("transcribe"), "was lost");

    [Fact]
    public Task A_server_that_never_answers_is_not_waited_for_for_ever() => ReplacedAsync(
        async peer =>
        {
            while (await peer.ReadAsync() is not null)
            {
                // Hears, and says nothing.
            }
        },
        "gave no text within 1 seconds",
        patience: 1);

    [Theory]
    [InlineData("HTTP/1.1 400 Bad Request", "the header is not JSON")]
    [InlineData("[1, 2]", "the header is no JSON object")]
    [InlineData("""{"data": {}}""", "the header has no type")]
    [InlineData("""{"type": 7}""", "the header has no type")]
    [InlineData("""{"type": "transcript", "data_length": -1}""", "data_length must be 0 to")]
    [InlineData("""{"type": "transcript", "payload_length": 99999999999}""", "payload_length must be 0 to")]
    [InlineData("""{"type": "transcript", "data_length": "many"}""", "data_length must be 0 to")]
    [InlineData("""{"type": "transcript\ud800"}""", "the header is not JSON")]
    [InlineData("""{"type": "transcript", "data": {"text": 1, "text": 2}}""", "the header is not JSON")]
    [InlineData("""{"type": "transcript", "type": "x"}""", "the header is not JSON")]
    public Task Something_else_that_answers_there_is_told_from_a_Wyoming_server(string line, string reason) =>
        ReplacedAsync(peer => peer.SendAsync(line), $"does not speak the Wyoming protocol: {reason}");

    [Fact]
    public Task A_header_without_an_end_is_not_read_for_ever() => ReplacedAsync(
        async peer =>
        {
            for (var i = 0; i < 40; i++)
            {
                await peer.SendAsync(new string('x', 4_096).Replace("\n", "", StringComparison.Ordinal) + (i == 39 ? "" : "y"));
            }
        },
        "does not speak the Wyoming protocol");

    [Fact]
    public async Task A_wake_server_that_goes_away_is_replaced_while_listening()
    {
        await using var server = new PracticeWyoming(peer => peer.ExpectAsync("detect"));
        var told = new List<EngineTrouble>();
        using var wake = new FallbackWakeScene(new WyomingWake(server.Talk("wake")), told);

        Assert.True(await wake.WakesAsync(TestContext.Current.CancellationToken));
        Assert.Equal(("wyoming", "local"), (told[0].Engine, told[0].Next));
    }

    private static async Task ReplacedAsync(Func<WyomingPeer, Task> exchange, string reason, double patience = 60)
    {
        var (heard, trouble) = await WyomingScene.HearReplacedAsync(exchange, patience);

        Assert.Equal("6400 by local", heard.Words);
        Assert.Contains(reason, trouble.Reason, StringComparison.Ordinal);
    }
}
