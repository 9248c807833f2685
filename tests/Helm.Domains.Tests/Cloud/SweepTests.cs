using System.Net;
using Helm.Domains.Cloud.CloudWatch;

namespace Helm.Domains.Tests.Cloud;

/// <summary>Many series in few calls, and none lost with another.</summary>
public sealed class SweepTests
{
    private static readonly MetricWindow Window = MetricWindow.Before(
        new(2026, 5, 4, 10, 35, 42, TimeSpan.Zero), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(1));

    [Fact]
    public async Task One_bad_query_of_a_batch_costs_only_itself()
    {
        var cloud = new CannedCloud((_, body) => body.Contains("\"bad\"", StringComparison.Ordinal)
            ? CannedCloud.Say("""{"__type":"ValidationError","message":"bad query"}""", HttpStatusCode.BadRequest)
            : CannedCloud.Say(CompleteFor(body)));
        var queries = Enumerable.Range(0, 600).Select(number => Query(number == 123 ? "bad" : $"f{number}")).ToArray();

        var series = await SweepAsync(cloud, queries);

        Assert.Equal(SeriesStatus.Failed, series[123].Status);
        Assert.Contains("ValidationError", series[123].Note, StringComparison.Ordinal);
        Assert.Equal(599, series.Count(one => one.Status == SeriesStatus.Complete && one.Points.Count == 1));
    }

    [Fact]
    public async Task A_series_that_goes_on_on_the_next_page_adds_up()
    {
        var cloud = new CannedCloud((_, body) => CannedCloud.Say(body.Contains("NextToken", StringComparison.Ordinal)
            ? """{"MetricDataResults":[{"Id":"q0","StatusCode":"Complete","Timestamps":[1.777890960e9],"Values":[2]}],"NextToken":""}"""
            : """{"MetricDataResults":[{"Id":"q0","Label":"x","StatusCode":"PartialData","Timestamps":[1777890900],"Values":[1.5]}],"NextToken":"more","Messages":[{"Code":"a"}]}"""));

        var series = Assert.Single(await SweepAsync(cloud, Query("f")));

        Assert.Equal(SeriesStatus.Complete, series.Status);
        Assert.Equal([1.5, 2], series.Points.Select(point => point.Value));
        Assert.Equal(2, cloud.Requests.Count);
    }

    [Fact]
    public async Task A_cloud_that_is_down_is_not_asked_a_thousand_times()
    {
        var cloud = new CannedCloud((_, _) => CannedCloud.Say("<html>", HttpStatusCode.ServiceUnavailable));

        var series = await SweepAsync(cloud, [.. Enumerable.Repeat(Query("f"), 500)]);

        Assert.All(series, one => Assert.Equal(SeriesStatus.Failed, one.Status));
        Assert.InRange(cloud.Requests.Count, 1, 15);
    }

    [Fact]
    public void The_window_ends_with_the_last_whole_period()
    {
        Assert.Equal(new(2026, 5, 4, 10, 35, 0, TimeSpan.Zero), Window.End);
        Assert.Equal(new(2026, 5, 4, 10, 30, 0, TimeSpan.Zero), Window.Start);
    }

    private static async Task<MetricSeries[]> SweepAsync(CannedCloud cloud, params MetricQuery[] queries)
    {
        using var connection = cloud.Connect();
        return await new MetricSweep(connection.CloudWatch)
            .RunAsync(queries, Window, TestContext.Current.CancellationToken);
    }

    private static MetricQuery Query(string function) =>
        new("AWS/Lambda", "Errors", "Sum", [new("FunctionName", function)]);

    private static string CompleteFor(string body)
    {
        using var asked = System.Text.Json.JsonDocument.Parse(body);
        var results = asked.RootElement.GetProperty("MetricDataQueries").EnumerateArray().Select(query =>
            $$"""{"Id":"{{query.GetProperty("Id").GetString()}}","StatusCode":"Complete","Timestamps":[1777890900],"Values":[1]}""");
        return $$"""{"MetricDataResults":[{{string.Join(',', results)}}]}""";
    }
}
