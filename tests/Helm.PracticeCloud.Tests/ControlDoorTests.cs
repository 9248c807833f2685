using System.Net;
using System.Text;
using Helm.PracticeCloud.Tests.Driver;

namespace Helm.PracticeCloud.Tests;

public sealed class ControlDoorTests
{
    [Theory]
    [InlineData("Host", "evil.example.com", 403)]
    [InlineData("Origin", "https://evil.example.com", 403)]
    [InlineData("Host", "localhost", 200)]
    public async Task The_control_door_is_for_this_machine(string header, string value, int status)
    {
        await using var cloud = await CloudDriver.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/_practice/stats");
        request.Headers.TryAddWithoutValidation(header, value);
        using var answer = await cloud.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task The_control_door_takes_json_only()
    {
        await using var cloud = await CloudDriver.StartAsync();
        using var form = new StringContent("""{"kind":"throttle"}""", Encoding.UTF8, "text/plain");
        using var answer = await cloud.Http.PostAsync(new Uri("/_practice/faults", UriKind.Relative), form, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }
}
