using Helm.Host.Tests.Drivers;
using Microsoft.AspNetCore.Http;

namespace Helm.Host.Tests.Doors;

public sealed class EmulatorDeliveryTests : EmulatorScenario
{
    [Theory]
    [InlineData(429)]
    [InlineData(412)]
    [InlineData(502)]
    [InlineData(504)]
    public async Task A_busy_channel_gets_the_answer_later(int status)
    {
        Emulator.Before.Enqueue(http =>
        {
            http.Response.StatusCode = status;
            return Task.CompletedTask;
        });

        using var response = await Helm.PostAsync("/api/messages", Emulator.Message("status"));

        Assert.Equal("You said: status", (string?)(await Emulator.WaitAsync(1))[0].Activity["text"]);
    }

    [Fact]
    public async Task A_redirect_is_not_followed_and_an_empty_202_is_enough()
    {
        Emulator.Before.Enqueue(http =>
        {
            http.Response.Redirect(Emulator.ServiceUrl + "/elsewhere");
            return Task.CompletedTask;
        });
        Emulator.Before.Enqueue(http =>
        {
            http.Response.StatusCode = StatusCodes.Status202Accepted;
            return Task.CompletedTask;
        });
        foreach (var text in new[] { "redirected", "taken", "last" })
        {
            using var response = await Helm.PostAsync("/api/messages", Emulator.Message(text));
        }

        Assert.Equal("You said: last", (string?)(await Emulator.WaitAsync(1))[0].Activity["text"]);
        Assert.Single(Emulator.Received);
        Assert.Empty(Emulator.Before);
    }
}
