using Helm.Connectors.Tests.Drivers;
using Helm.Operations.OnCall;
using Microsoft.AspNetCore.Http;

namespace Helm.Connectors.Tests;

public sealed class OnCallTests
{
    [Fact]
    public async Task The_rota_of_the_configuration_goes_round()
    {
        await using var helm = await HelmWithConnectors.StartAsync(new()
        {
            ["Helm:OnCall:People:0"] = "Alice",
            ["Helm:OnCall:People:1"] = "Bob",
            ["Helm:OnCall:Since"] = "2025-10-27T09:00:00Z",
        });
        var rota = helm.Get<IEnumerable<IOnCallSource>>().Single(source => source.IsOn);

        Assert.Equal(new OnCallShift("Bob", null, new(2025, 11, 10, 9, 0, 0, TimeSpan.Zero), "Alice"), Assert.Single(await rota.NowAsync(TestContext.Current.CancellationToken)));
        helm.Clock.Now = new(2025, 11, 10, 9, 0, 0, TimeSpan.Zero);
        Assert.Equal("Alice", Assert.Single(await rota.NowAsync(TestContext.Current.CancellationToken)).Name);
    }

    [Fact]
    public async Task A_pagers_schedule_is_asked_with_its_token()
    {
        await using var pagerDuty = await Loopback.StartAsync((_, http, request) => http.Response.WriteAsync(
            """
            {"oncalls":[{"escalation_level":2,"user":{"name":"Bob"},"schedule":{"summary":"Secondary"},"end":null},
                        {"escalation_level":1,"user":{"name":"Alice"},"schedule":{"summary":"Primary"},"end":"2025-11-04T09:00:00Z"}]}
            """));
        Environment.SetEnvironmentVariable("HELM_TEST_PAGERDUTY_TOKEN", "t0ken");
        await using var helm = await HelmWithConnectors.StartAsync(new()
        {
            ["Helm:Connectors:PagerDuty:ApiUrl"] = pagerDuty.Url.ToString(),
            ["Helm:Connectors:PagerDuty:ApiToken"] = "env:HELM_TEST_PAGERDUTY_TOKEN",
        });

        var shifts = await helm.Get<IEnumerable<IOnCallSource>>().Last(source => source.IsOn).NowAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["Alice Primary", "Bob Secondary"], shifts.Select(shift => $"{shift.Name} {shift.Schedule}"));
        Assert.Equal("Token token=t0ken", Assert.Single(pagerDuty.Requests).Headers["Authorization"]);
    }
}
