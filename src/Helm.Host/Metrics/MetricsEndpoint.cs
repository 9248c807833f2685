using Helm.Operations.Budget;
using Helm.Operations.Issues;

namespace Helm.Host.Metrics;

/// <summary><c>GET /metrics</c>.</summary>
internal static class MetricsEndpoint
{
    public static void MapMetrics(this IEndpointRouteBuilder endpoints)
    {
        // It counts from the start, not from the first time that somebody looks.
        _ = endpoints.ServiceProvider.GetRequiredService<MetricsCollector>();
        endpoints.MapGet("/metrics", WriteAsync)
            .WithName("Metrics").WithSummary("Everything measured, for Prometheus.").WithTags("Operation")
            .Produces<string>(contentType: "text/plain");
    }

    private static async Task<IResult> WriteAsync(
        MetricsCollector metrics, IIssueReader issues, IApiBudget budget, RecentPerformance performance, CancellationToken cancellation)
    {
        var counts = await issues.CountAsync(new(), cancellation);
        var spending = await budget.StateAsync(cancellation);
        var text = new PrometheusText().Gauge("helm_up", "1 while Helm runs.", 1);
        foreach (var (severity, count) in new[]
        {
            (Severity.Critical, counts.Critical), (Severity.High, counts.High), (Severity.Medium, counts.Medium), (Severity.Low, counts.Low),
        })
        {
            text.Gauge("helm_open_issues", "Issues that are not resolved.", count, $"{{severity=\"{severity}\"}}");
        }

        text.Gauge("helm_api_estimated_dollars", "Estimated cost of asking the clouds, this month.", (double)spending.SpentThisMonth);
        foreach (var use in spending.Uses)
        {
            var labels = PrometheusText.Labels([new("service", use.Service), new("operation", use.Operation)]);
            text.Gauge("helm_api_calls", "Calls to the clouds, this month.", use.Calls, labels);
        }

        text.Add(await performance.ReadAsync(cancellation));
        foreach (var series in metrics.Read())
        {
            text.Add(series);
        }

        return Results.Text(text.ToString(), PrometheusText.ContentType);
    }
}
