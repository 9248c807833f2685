using Helm.Operations.Budget;
using Helm.Operations.Monitoring;
using Helm.PracticeCloud;
using NSubstitute;

namespace Helm.Domains.Tests.Cloud;

/// <summary>Many resources in few calls.</summary>
public sealed class ScaleTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1000, 10)]
    [InlineData(1001, 11)]
    public async Task Five_metrics_of_each_function_travel_in_full_batches_of_five_hundred(int functions, int calls)
    {
        await using var practice = await Practice.StartAsync(new PracticeCloudOptions { GeneratedFunctions = functions });

        var reports = await practice.Infrastructure.CheckAsync(Deployments.Generated(functions), Stop);

        Assert.Equal(functions, reports.Sum(report => report.Resources.Count));
        Assert.All(reports, report => Assert.True(report.Health == Health.Healthy, StoryTests.Describe(report)));
        Assert.Equal(calls, await practice.Door.ArrivedAsync("monitoring:GetMetricData"));
        Assert.Equal(functions, await practice.Door.ArrivedAsync("lambda:GetFunction"));
        await AssertBookedAsync(practice.Budget, calls, functions * 5 * 0.00001m);
    }

    [Fact]
    public async Task The_time_at_the_documented_rates_comes_from_the_number_of_calls()
    {
        await using var practice = await Practice.StartAsync(new PracticeCloudOptions { GeneratedFunctions = 200 });
        await practice.Infrastructure.CheckAsync(Deployments.Generated(200), Stop);

        var calls = practice.Calls.Snapshot().ToDictionary(count => count.Operation);

        Assert.Equal((200L, TimeSpan.FromSeconds(2)), (calls["GetFunction"].Calls, calls["GetFunction"].AtDocumentedLimit));
        Assert.Equal((2L, TimeSpan.FromSeconds(0.04)), (calls["GetMetricData"].Calls, calls["GetMetricData"].AtDocumentedLimit));
    }

    private static Task AssertBookedAsync(IApiBudget budget, int calls, decimal dollars) =>
        budget.Received(1).RecordAsync(
            Arg.Is<IReadOnlyList<ApiUse>>(pass => pass.Any(use =>
                use.Operation == "GetMetricData" && use.Calls == calls && use.Dollars == dollars)),
            Arg.Any<CancellationToken>());
}
