using System.Net;
using Helm.Host.Tests.Drivers;

namespace Helm.Host.Tests.Doors;

public sealed class ForeignServiceUrlTests : EmulatorScenario
{
    [Theory]
    [InlineData("http://example.com")]
    [InlineData("https://smba.trafficmanager.net/amer/")]
    [InlineData("http://localhost.example.com/")]
    [InlineData("http://localhost@example.com/")]
    [InlineData("http://localhost:80@example.com/")]
    [InlineData("http://example.com#@localhost/")]
    [InlineData("http://127.1/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f000001/")]
    [InlineData("http://127.0.0.2/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    [InlineData("http://localhost\\@example.com/")]
    [InlineData("http://localhost:99999999/")]
    [InlineData("ftp://localhost/")]
    [InlineData("//localhost/")]
    [InlineData("http://localhost/?x")]
    [InlineData("http://localhost\n.example.com/")]
    [InlineData("")]
    public async Task A_serviceUrl_elsewhere_is_refused_before_anything_is_said(string serviceUrl)
    {
        foreach (var activity in new[] { Emulator.Message("status"), Emulator.Activity("conversationUpdate"), InLine("status") })
        {
            activity["serviceUrl"] = serviceUrl;
            using var response = await Helm.PostAsync("/api/messages", activity);
            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        }

        Assert.Empty(Helm.Turns.Heard);
        Assert.Empty(Helm.Turns.Ran);
        Assert.Empty(Emulator.Received);
    }

    [Fact]
    public async Task A_foreign_host_header_or_origin_causes_no_answer()
    {
        using var host = await Helm.PostAsync("/api/messages", Emulator.Message("status"), ("Host", "evil.example.com"));
        using var origin = await Helm.PostAsync("/api/messages", Emulator.Message("status"), ("Origin", "http://evil.example.com"));
        using var good = await Helm.PostAsync("/api/messages", Emulator.Message("good"));

        Assert.Equal(HttpStatusCode.MisdirectedRequest, host.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, origin.StatusCode);
        Assert.Equal("You said: good", (string?)(await Emulator.WaitAsync(1))[0].Activity["text"]);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST")]
    [InlineData("127.0.0.1")]
    public async Task Every_name_of_this_machine_works(string name)
    {
        var message = Emulator.Message("status");
        message["serviceUrl"] = $"http://{name}:{new Uri(Emulator.ServiceUrl).Port}/";
        using var response = await Helm.PostAsync("/api/messages", message);

        Assert.Single(await Emulator.WaitAsync(1));
    }
}
