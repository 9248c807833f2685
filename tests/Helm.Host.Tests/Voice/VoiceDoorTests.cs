using System.Net;
using System.Net.WebSockets;
using Helm.Host.Tests.Drivers;
using Helm.Host.Voice;

namespace Helm.Host.Tests.Voice;

/// <summary>Who may talk, and who may not.</summary>
public sealed class VoiceDoorTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_is_there_until_it_is_switched_on()
    {
        await using var helm = await HelmAtWork.StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await helm.Http.GetAsync("/voice", Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await helm.Http.GetAsync("/voice/test", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task Without_a_secret_with_a_wrong_one_or_from_a_foreign_page_nobody_talks()
    {
        await using var helm = await HelmAtWork.StartAsync("Helm:Voice:Enabled=true");

        Assert.Equal(HttpStatusCode.UpgradeRequired, (await helm.Http.GetAsync("/voice", Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await RefusedAsync(helm, socket => { }));
        Assert.Equal(HttpStatusCode.Unauthorized, await RefusedAsync(helm, socket => socket.AddSubProtocol("helm.token." + new string('0', 64))));
        Assert.Equal(HttpStatusCode.Forbidden, await RefusedAsync(helm, socket =>
        {
            socket.AddSubProtocol("helm.token." + helm.Token);
            socket.SetRequestHeader("Origin", "https://evil.example");
        }));
    }

    [Fact]
    public async Task The_page_may_load_nothing_from_elsewhere()
    {
        await using var helm = await HelmAtWork.StartAsync("Helm:Voice:Enabled=true");

        var page = await helm.Http.GetAsync("/voice/test", Cancellation);

        var policy = page.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'; script-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http:", await page.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await helm.Http.GetAsync("/voice/microphone.js", Cancellation)).StatusCode);
    }

    [Theory]
    [InlineData("Helm:Voice:Devices:0:Token=a-secret-in-the-configuration")]
    [InlineData("Helm:Voice:Devices:0:Token=env:HELM_NO_SUCH_VARIABLE")]
    [InlineData("Helm:Voice:Devices:0:Owner=alice")]
    [InlineData("Helm:Voice:Announcements:LeastSeverity=urgent")]
    public async Task Devices_that_cannot_be_meant_stop_the_start_and_no_secret_is_repeated(string wrong)
    {
        var refused = await Assert.ThrowsAnyAsync<Exception>(() => HelmAtWork.StartAsync(
            "Helm:Voice:Devices:0:Id=kitchen", "Helm:Voice:Devices:0:Owner=api:alice", wrong));

        Assert.Contains("Helm:Voice:", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("a-secret-in-the-configuration", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(23, 8)]
    [InlineData(3, 4)]
    [InlineData(12, null)]
    [InlineData(7, null)]
    public void In_quiet_hours_announcements_wait_for_the_morning(int hour, int? hoursToWait) =>
        Assert.Equal(
            hoursToWait is { } hours ? TimeSpan.FromHours(hours) : null,
            AnnouncementRules.UntilQuietEnds(new AnnouncementOptions(), TimeSpan.FromHours(hour)));

    [Fact]
    public void Only_urgent_news_are_spoken()
    {
        Assert.False(AnnouncementRules.IsUrgentEnough("""{"severity":"medium"}""", new AnnouncementOptions()));
        Assert.True(AnnouncementRules.IsUrgentEnough("""{"severity":"critical"}""", new AnnouncementOptions()));
    }

    [Fact]
    public void Two_devices_that_hear_the_same_words_are_answered_once_and_two_that_hear_others_both()
    {
        var claims = new WakeClaims(TimeProvider.System);
        var random = new Random(5);
        var (first, second) = (Words(random), Words(random));

        Assert.True(claims.Claim("kitchen", first));
        Assert.False(claims.Claim("office", [.. new short[1_600], .. first[..^1_600].Select(sample => (short)(sample / 4))]));
        Assert.True(claims.Claim("hall", second));
        Assert.True(claims.Claim("kitchen", first));
    }

    /// <summary>Noise that swells and fades like syllables.</summary>
    private static short[] Words(Random random)
    {
        var syllables = Enumerable.Range(0, 10).Select(_ => random.NextDouble() < 0.5 ? 60 : 6_000).ToArray();
        return [.. Enumerable.Range(0, 18_400).Select(i => (short)((random.NextDouble() - 0.5) * syllables[i * 10 / 18_400]))];
    }

    private static async Task<HttpStatusCode> RefusedAsync(HelmAtWork helm, Action<ClientWebSocketOptions> prepare)
    {
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        prepare(socket.Options);
        var address = new UriBuilder(helm.Address) { Scheme = "ws", Path = "/voice" }.Uri;
        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(address, Cancellation));
        return socket.HttpStatusCode;
    }
}
