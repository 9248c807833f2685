using Helm.Operations.Alerts;
using Helm.Operations.Issues;

namespace Helm.Storage.Tests;

public sealed class OutsideAlertTests(PostgreSqlCluster cluster) : StorageTests(cluster)
{
    [Theory]
    [MemberData(nameof(Both))]
    public async Task An_alert_of_another_system_becomes_an_issue_and_is_resolved_with_it(Provider provider)
    {
        var helm = await StartAsync(provider);
        await TakeInAsync(helm, Alert("f1"), Alert("f2") with { Labels = Labels("critical", "checkout") });
        await TakeInAsync(helm, Alert("f1"));
        await helm.Get<OutsideIntake>().RunAsync(Cancellation);

        var issues = await helm.Get<IIssueReader>().ListAsync(new(), Cancellation);
        Assert.Equal(["checkout critical prod", "cart medium prod"], issues.Select(issue => $"{issue.Resource.Name} {issue.Severity} {issue.Environment}"));
        Assert.Equal("Cart alert HighLatency", issues[1].Summary.Title);

        await TakeInAsync(helm, Alert("f1") with { EndsAt = Clock.Now });
        await helm.Get<OutsideIntake>().RunAsync(Cancellation);

        Assert.Equal("checkout", Assert.Single(await helm.Get<IIssueReader>().ListAsync(new(), Cancellation)).Resource.Name);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task The_same_occurrence_and_an_older_one_change_nothing(Provider provider)
    {
        var helm = await StartAsync(provider);
        await TakeInAsync(helm, Alert("f1"), Alert("f1") with { EndsAt = Clock.Now });
        await helm.Get<OutsideIntake>().RunAsync(Cancellation);
        await TakeInAsync(helm, Alert("f1"), Alert("f1") with { StartsAt = Clock.Now.AddDays(-1) });

        Assert.Equal(0, await helm.Get<OutsideIntake>().RunAsync(Cancellation));
        Assert.Equal(1, await helm.Get<IOutsideAlerts>().CountAsync(Cancellation));
        await TakeInAsync(helm, Alert("f1") with { StartsAt = Clock.Now.AddMinutes(1) });
        Assert.Equal(1, await helm.Get<OutsideIntake>().RunAsync(Cancellation));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Thousands_are_taken_in_and_drawn_once_by_two_hosts(Provider provider)
    {
        var (one, two) = (await StartAsync(provider), await StartAsync(provider));
        var batches = Enumerable.Range(0, 1280).Select(number => Alert($"f{number:D4}") with { Labels = Labels("low", $"service-{number}") }).Chunk(64).ToList();
        await Task.WhenAll(batches.Select((batch, number) => TakeInAsync(number % 2 == 0 ? one : two, batch)));

        await Task.WhenAll(one.Get<OutsideIntake>().RunAsync(Cancellation), two.Get<OutsideIntake>().RunAsync(Cancellation));

        Assert.Equal(1280, await one.Get<IOutsideAlerts>().CountAsync(Cancellation));
        Assert.Equal(1280, (await one.Get<IIssueReader>().CountAsync(new(), Cancellation)).Total);
    }

    private static Dictionary<string, string> Labels(string severity, string service) => new()
    {
        ["alertname"] = "HighLatency",
        ["severity"] = severity,
        ["service"] = service,
        ["env"] = "prod",
    };

    private static Task TakeInAsync(Installation helm, params OutsideAlert[] alerts) => helm.Get<IOutsideAlerts>().TakeInAsync(alerts, Cancellation);

    private OutsideAlert Alert(string fingerprint) => new(fingerprint, Clock.Now, null, Labels("warning", "cart"), "Requests are slow");
}
