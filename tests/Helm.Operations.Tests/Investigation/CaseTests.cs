using Helm.Operations.Investigation.Evidence;
using Helm.Operations.Investigation.Reports;

namespace Helm.Operations.Tests.Investigation;

public sealed class CaseTests : IDisposable
{
    private readonly CaseBuilder _case = new();

    [Fact]
    public void A_database_without_connections_is_blamed_and_not_those_who_wait_for_it()
    {
        _case.Metric("web", "error_rate_percent", 0.05, 6, 63).Metric("checkout", "latency_p95_ms", 80, 5000, 61).Metric("orders-db", "connections", 40, 100)
            .Metric("web", "requests_per_second", 400, 1200, 59)
            .Log("checkout", "ERROR", "could not obtain a connection from orders-db within # ms (pool 100/100)").Log("orders-db", "WARN", "Too many connections");

        var report = Fault("orders-db", "resource_exhaustion");

        Assert.Equal("Database connection pool exhausted", report.RootCause);
        Assert.Contains(report.Evidence, line => line.StartsWith("connections of orders-db rose", StringComparison.Ordinal) || line.Contains("Too many connections", StringComparison.Ordinal));
        Assert.Contains(report.ContributingFactors, line => line.StartsWith("requests_per_second of web rose from", StringComparison.Ordinal));
        Assert.Contains("increase_rds_max_connections", report.SuggestedRemediation.Immediate);
        Assert.Contains("implement_connection_pooling", report.SuggestedRemediation.Permanent);
        Assert.Equal(report.Timeline.OrderBy(one => one.Timestamp).Select(one => one.Event), report.Timeline.Select(one => one.Event));
    }

    [Fact]
    public void A_release_that_fails_is_the_cause_and_its_callers_are_not()
    {
        _case.Event("payment", "deployment", "payment v2.14.0 rolled out").Metric("payment", "error_rate_percent", 0.05, 12)
            .Metric("checkout", "error_rate_percent", 0.05, 5, 61).Log("payment", "ERROR", "TypeError: cannot read properties of undefined at pay.js:#");

        Fault("payment", "deployment");
    }

    [Fact]
    public void A_release_that_only_coincides_is_cleared()
    {
        _case.Event("web", "deployment", "web v8 rolled out").Metric("checkout", "latency_p95_ms", 80, 1200, 61).Metric("web", "latency_p95_ms", 80, 1300, 62)
            .Metric("orders-db", "cpu_percent", 30, 97, 55).Log("checkout", "WARN", "query on orders-db took # ms");

        var report = Fault("orders-db", "resource_exhaustion");

        Assert.Contains(report.RuledOut, line => line.StartsWith("web: web v8 rolled out", StringComparison.Ordinal) || line.StartsWith("web v8 rolled out", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("x509: certificate has expired: bank.example.com #", "certificate")]
    [InlineData("AccessDenied: not authorized to perform s3:GetObject on uploads/#", "permission")]
    [InlineData("password authentication failed for user \"shop\" #", "credentials")]
    [InlineData("getaddrinfo ENOTFOUND bank.example.com #", "network")]
    [InlineData("missing environment variable TAX_URL for order #", "configuration")]
    [InlineData("java.lang.OutOfMemoryError: Java heap space #", "resource_exhaustion")]
    [InlineData("timeout after # ms calling api.bank.example", "dependency")]
    [InlineData("NullPointerException at Pay.java:#", "application_error")]
    [InlineData("Request to api.bank.example failed with status code 503 after # ms", "dependency")]
    [InlineData("HikariPool-1 - Connection is not available, request timed out after # ms (total=10, active=10, idle=0, waiting=7)", "resource_exhaustion")]
    public void What_the_log_complains_about_names_the_cause(string message, string category)
    {
        _case.Metric("payment", "error_rate_percent", 0.05, 30).Metric("checkout", "error_rate_percent", 0.05, 12, 61).Log("payment", "ERROR", message);

        Fault("payment", category);
    }

    [Fact]
    public void A_release_that_runs_out_of_memory_is_taken_back_and_not_restarted()
    {
        _case.Event("payment", "deployment", "payment v2.15.0 rolled out").Metric("payment", "error_rate_percent", 0.05, 22).Log("payment", "ERROR", "Runtime exited with error: signal: killed #");

        Assert.Equal("A deployment of payment made it run out of memory", Fault("payment", "deployment").RootCause);
    }

    [Fact]
    public void A_cache_that_refuses_writes_is_full_and_those_whose_writes_it_refuses_are_not()
    {
        _case.Metric("redis", "memory_percent", 60, 99.8, 50).Metric("redis", "evictions", 0, 2800, 55).Metric("redis", "cache_hit_rate_percent", 94, 61, 58)
            .Metric("checkout", "error_rate_percent", 0.05, 6).Log("checkout", "ERROR", "ReplyError: OOM command not allowed when used memory > 'maxmemory'. #");

        Assert.StartsWith("redis has no memory left", Fault("redis", "resource_exhaustion").RootCause, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_that_nobody_can_resolve_are_one_cause_and_the_fault_of_none_who_ask_for_them()
    {
        _case.Metric("payment", "error_rate_percent", 0.05, 30).Metric("orders", "error_rate_percent", 0.05, 20)
            .Log("payment", "ERROR", "getaddrinfo ENOTFOUND tax.internal.example #").Log("orders", "ERROR", "stock.internal.example: Name or service not known #");

        var report = Fault("dns", "network");

        Assert.Equal("Names cannot be resolved: orders and payment fail at it alike", report.RootCause);
        Assert.Single(report.Hypotheses, one => one.Category == "network");
    }

    [Theory]
    [InlineData("request # failed: Internal Server Error")]
    [InlineData("unhandled rejection in request #: undefined")]
    public void A_complaint_that_names_nothing_explains_nothing(string message)
    {
        _case.Metric("payment", "error_rate_percent", 0.05, 30).Log("payment", "ERROR", message);

        Assert.Equal((Verdict.CannotTell, "payment"), (_case.Report().Verdict, _case.Report().Component));
    }

    [Fact]
    public void A_machine_that_fails_its_status_check_is_down()
    {
        _case.Write("topology.json", """{"components":[{"name":"runner","type":"ec2"}],"edges":[]}""");
        _case.Metric("runner", "StatusCheckFailed", 0, 1);

        Fault("runner", "instance_failure");
    }

    [Fact]
    public void A_leak_that_grows_slowly_is_seen()
    {
        _case.Metric("payment", "memory_percent", 50, 99, 20, 80).Metric("payment", "error_rate_percent", 0.05, 9, 82);

        var report = Fault("payment", "resource_exhaustion");

        Assert.Contains(report.Evidence, line => line.EndsWith("little by little", StringComparison.Ordinal));
    }

    [Fact]
    public void More_traffic_that_hurts_nobody_is_no_fault()
    {
        _case.Metric("web", "requests_per_second", 400, 1600);

        NoFault();
    }

    [Fact]
    public void As_large_a_share_of_more_requests_failing_is_no_fault()
    {
        _case.Metric("shop", "requests", 1000, 4000).Metric("shop", "errors", 1, 4);

        NoFault();
    }

    [Fact]
    public void The_word_error_in_debug_lines_is_no_fault()
    {
        _case.Log("web", "DEBUG", "error handler of route # registered", Onset, 20).Log("web", "INFO", "0 errors, 0 failed");

        NoFault();
    }

    [Fact]
    public void Errors_that_were_always_there_are_no_fault()
    {
        _case.Log("checkout", "ERROR", "card # was declined by the bank", 0);

        NoFault();
    }

    [Fact]
    public void A_release_after_which_all_is_well_is_no_fault()
    {
        _case.Event("checkout", "deployment", "checkout 3.5 deployed");

        Assert.Contains("nothing is wrong with what was changed", NoFault().RuledOut.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void Errors_that_fit_no_cause_are_not_explained()
    {
        _case.Metric("payment", "error_rate_percent", 0.05, 30);

        var report = _case.Report();

        Assert.Equal((Verdict.CannotTell, null, "unknown", "payment"), (report.Verdict, report.RootCause, report.Category, report.Component));
        Assert.Empty(report.Proposals);
    }

    [Fact]
    public void The_same_evidence_makes_the_same_report_byte_by_byte()
    {
        _case.Metric("payment", "error_rate_percent", 0.05, 30).Log("payment", "ERROR", "x509: certificate has expired #");
        var bundle = BundleJson.Write(_case.Bundle());

        Assert.Equal(BundleJson.Write(_case.Report()), CaseBuilder.Replay(bundle));
        var changed = Assert.Throws<InvalidDataException>(() => CaseBuilder.Replay(bundle.Replace("has expired", "is renewed", StringComparison.Ordinal)));
        Assert.Contains("is not the one that was hashed", changed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Secrets_in_logs_do_not_reach_the_evidence()
    {
        _case.Log("payment", "ERROR", "timeout for ann@example.com with password=hunter22 and Bearer abcdef1234567890 at https://u:p4ss@bank.example #");

        var bundle = BundleJson.Write(_case.Bundle());

        Assert.DoesNotMatch("ann@|hunter22|abcdef1234567890|p4ss", bundle);
    }

    private const int Onset = CaseBuilder.Onset;

    public void Dispose() => _case.Dispose();

    private IncidentReport Fault(string component, string category)
    {
        var report = _case.Report();
        Assert.Equal((Verdict.Fault, component, category), (report.Verdict, report.Component, report.Category));
        Assert.Equal(component, report.Components[0].Component);
        return report;
    }

    private IncidentReport NoFault()
    {
        var report = _case.Report();
        Assert.Equal((Verdict.NoFault, null, "none"), (report.Verdict, report.RootCause, report.Category));
        return report;
    }
}
