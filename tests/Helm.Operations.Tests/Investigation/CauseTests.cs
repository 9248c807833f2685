using Helm.Operations.Investigation.Evidence;
using Helm.Operations.Investigation.Reports;

namespace Helm.Operations.Tests.Investigation;

/// <summary>Who is the cause where the symptom points elsewhere, or nowhere.</summary>
public sealed class CauseTests : IDisposable
{
    private const int Onset = CaseBuilder.Onset;

    private readonly CaseBuilder _case = new();

    [Theory]
    [InlineData("slow request: GET /stock took # ms")]
    [InlineData("POST /prices completed in # ms")]
    [InlineData("Task timed out after 30.03 seconds")]
    public void Slowness_and_lines_that_only_repeat_it_name_no_cause(string message)
    {
        _case.Metric("payment", "latency_p95_ms", 80, 600).Metric("payment", "concurrent_executions", 4, 12).Log("payment", "WARN", message);

        var report = _case.Report();

        Assert.Equal((Verdict.CannotTell, null, "payment"), (report.Verdict, report.RootCause, report.Component));
        Assert.True(report.Confidence < 0.5);
    }

    [Theory]
    [InlineData("slow call: https://api.bank.example took # ms")]
    [InlineData("POST https://login.bank.example/token: connected, no answer after # ms")]
    [InlineData("timed out waiting for the bank")]
    public void Slowness_with_lines_that_name_something_outside_is_a_wait_for_it(string message)
    {
        _case.Metric("payment", "latency_p95_ms", 80, 600).Metric("payment", "concurrent_executions", 4, 12).Log("payment", "WARN", message);

        Fault("payment", "dependency");
    }

    [Fact]
    public void Connections_from_before_a_failover_are_the_fault_of_those_who_keep_them_and_a_release_before_it_is_not()
    {
        Failover();
        _case.Event("checkout", "deployment", "checkout v8 rolled out", Onset - 16);

        var report = Fault("checkout", "database");

        Assert.Contains("checkout and payment still use connections", report.RootCause, StringComparison.Ordinal);
        Assert.Equal(["restart_lambda checkout", "restart_lambda payment"], report.Proposals.Select(one => $"{one.Action} {one.Target}"));
        Assert.Contains(report.RuledOut, line => line.StartsWith("A deployment of checkout", StringComparison.Ordinal));
    }

    [Fact]
    public void Connections_that_break_without_a_failover_are_not_explained_by_one()
    {
        Failover(happens: false);

        Assert.DoesNotContain("failover", _case.Report().RootCause ?? "", StringComparison.Ordinal);
    }

    private void Failover(bool happens = true)
    {
        _case.Write("topology.json", """
            {"components":[{"name":"checkout","type":"lambda"},{"name":"payment","type":"lambda"},{"name":"orders-db","type":"database"}],
             "edges":[{"from":"checkout","to":"orders-db"},{"from":"payment","to":"orders-db"}]}
            """);
        foreach (var name in new[] { "checkout", "payment" })
        {
            _case.Metric(name, "error_rate_percent", 0.05, 18, Onset + 1).Metric(name, "latency_p95_ms", 80, 9900, Onset + 1)
                .Log(name, "WARN", "query on pooled connection to orders-db failed after # ms, connection was opened # minutes ago", Onset + 1)
                .Log(name, "ERROR", "Error: read ETIMEDOUT #", Onset + 1);
        }

        if (happens)
        {
            _case.Event("orders-db", "", "Multi-AZ instance failover started", Onset).Event("orders-db", "", "Multi-AZ instance failover completed", Onset + 1);
        }
    }

    [Theory]
    [InlineData("PutObject to uploads, StatusCode: 400, api error KMS.DisabledException: arn:aws:kms:us-east-1:1:key/3c1e is disabled. #")]
    [InlineData("cannot read uploads/#: the encryption key of the bucket is pending deletion")]
    public void A_store_whose_key_is_disabled_is_the_cause_and_those_whose_requests_it_refuses_are_not(string message)
    {
        Refused();
        _case.Log("payment", "ERROR", message);

        Assert.Contains("encryption key of uploads", Fault("uploads", "configuration").RootCause, StringComparison.Ordinal);
    }

    [Fact]
    public void The_deepest_of_those_who_are_refused_is_the_cause()
    {
        Refused();

        Fault("uploads", "permission");
    }

    private void Refused()
    {
        _case.Write("topology.json", """
            {"components":[{"name":"cdn","type":"cloudfront"},{"name":"uploads","type":"s3"},{"name":"payment","type":"service"}],
             "edges":[{"from":"cdn","to":"uploads"},{"from":"payment","to":"uploads"}]}
            """);
        _case.Metric("uploads", "4xx_percent", 0.1, 84).Metric("cdn", "4xx_error_rate", 0.3, 29).Metric("cdn", "cache_hit_rate", 91, 73)
            .Metric("payment", "error_rate_percent", 0.05, 11, Onset + 1);
    }

    [Fact]
    public void Who_takes_what_all_share_is_the_cause_and_those_who_are_throttled_with_their_usual_calls_are_not()
    {
        Throttled();
        _case.Metric("report", "Invocations", 0, 5200).Metric("report", "ConcurrentExecutions", 0, 930);

        var report = Fault("report", "capacity");

        Assert.StartsWith("report takes so much of the account's concurrency", report.RootCause, StringComparison.Ordinal);
        Assert.Empty(report.Proposals);
    }

    [Theory]
    [InlineData(0, 12)]
    [InlineData(300, 420)]
    public void Who_is_throttled_while_nobody_else_leapt_is_the_cause(double before, double after)
    {
        Throttled();
        _case.Metric("report", "ConcurrentExecutions", before, after);

        Assert.Equal(["scale_lambda_concurrency payment"], Fault("payment", "capacity").Proposals.Select(one => $"{one.Action} {one.Target}"));
    }

    private void Throttled()
    {
        _case.Write("topology.json", """{"components":[{"name":"web","type":"service"},{"name":"payment","type":"lambda"},{"name":"report","type":"lambda"}],"edges":[]}""");
        _case.Metric("payment", "Throttles", 0, 24, Onset + 5).Metric("web", "error_rate_percent", 0.05, 6, Onset + 5)
            .Log("web", "ERROR", "TooManyRequestsException: Rate Exceeded. Reason: ConcurrentInvocationLimitExceeded, function=payment #", Onset + 5);
    }

    public void Dispose() => _case.Dispose();

    private IncidentReport Fault(string component, string category)
    {
        var report = _case.Report();
        Assert.True((report.Verdict, report.Component, report.Category) == (Verdict.Fault, component, category), BundleJson.Write(report));
        return report;
    }
}
