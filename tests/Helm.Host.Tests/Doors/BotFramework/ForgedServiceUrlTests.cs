using System.Net;
using Helm.Host.Tests.Drivers;

namespace Helm.Host.Tests.Doors.BotFramework;

/// <summary>A serviceUrl that is somebody else's, in a token that is signed well and says the same.</summary>
public sealed class ForgedServiceUrlTests : IAsyncLifetime
{
    private ChannelAuthority _authority = null!;
    private HelmAtWork _helm = null!;

    private static readonly string[] Forged =
    [
        "https://smba.trafficmanager.net.evil.example/amer/", "https://smba-trafficmanager.net/amer/", "https://evilbotframework.com/", "https://botframework.com.evil.example/",
        "https://smba.trafficmanager.net@evil.example/", "https://evil.example#smba.trafficmanager.net", "https://evil.example/?smba.trafficmanager.net",
        "https://smba.trafficmanager.net:8443/amer/", "http://smba.trafficmanager.net/amer/", "https://169.254.169.254/latest/", "https://10.0.0.1/", "https://[fd00::1]/",
        "https://2852039166/", "https://localhost/", "https://smba.trafficmanager.net\\@evil.example/", "https://ѕmba.trafficmanager.net/amer/",
    ];

    public async ValueTask InitializeAsync()
    {
        _authority = await ChannelAuthority.StartAsync();
        _helm = await HelmAtWork.StartAsync([.. _authority.Settings.Where(setting => !setting.Contains("ServiceHosts", StringComparison.Ordinal))]);
    }

    public async ValueTask DisposeAsync()
    {
        await _helm.DisposeAsync();
        await _authority.DisposeAsync();
    }

    [Fact]
    public async Task None_causes_a_request_or_a_token()
    {
        await using var emulator = await Emulator.StartAsync();
        foreach (var url in Forged)
        {
            var message = emulator.Message("status");
            (message["channelId"], message["serviceUrl"]) = ("msteams", url);
            using var response = await _helm.PostAsync("/api/messages", message, ("Authorization", TokenMint.Bearer(TokenMint.Claims(url), _authority.Endorsed)));
            Assert.True(response.StatusCode == HttpStatusCode.Forbidden, $"{url}: {response.StatusCode}");
        }

        Assert.Empty(_helm.Turns.Heard);
        Assert.Empty(emulator.Received);
        Assert.Equal(0, _authority.TokensGiven);
    }
}
