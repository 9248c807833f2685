using Helm.Operations.Audits;

namespace Helm.Operations.Tests.Audits;

/// <summary>The score is that of Security Hub: by controls, not by findings.</summary>
public sealed class SecurityScoreTests
{
    [Fact]
    public void One_failed_resource_fails_its_control_and_many_passed_ones_do_not_outweigh_it()
    {
        var section = SecuritySection.Of([Of("S3.8", ControlStatus.Passed, "a"), Of("S3.8", ControlStatus.Passed, "b"), Of("S3.8", ControlStatus.Failed, "c"), Of("IAM.4", ControlStatus.Passed, "root")]);

        Assert.Equal((50, 1, 1, 1), (section.Score, section.ControlsPassed, section.ControlsFailed, section.Total));
    }

    [Fact]
    public void An_unknown_control_counts_but_has_not_passed()
    {
        var section = SecuritySection.Of([Of("A", ControlStatus.Passed), Of("B", ControlStatus.Unknown), Of("B", ControlStatus.Passed, "other"), Of("C", ControlStatus.Passed)]);

        Assert.Equal((67, 2, 0, 1), (section.Score, section.ControlsPassed, section.ControlsFailed, section.ControlsUnknown));
    }

    [Fact]
    public void Suppressed_findings_count_for_nothing_and_a_control_with_no_others_has_no_data()
    {
        var section = SecuritySection.Of([Of("A", ControlStatus.Passed), Of("B", ControlStatus.Suppressed), Of("A", ControlStatus.Suppressed, "other")]);

        Assert.Equal((100, 0, 2), (section.Score, section.Total, section.Suppressed));
    }

    [Fact]
    public void Without_data_there_is_no_score()
    {
        Assert.Null(SecuritySection.Of([]).Score);
        Assert.Null(SecuritySection.Of([Of("B", ControlStatus.Suppressed)]).Score);
    }

    [Fact]
    public void Findings_of_other_products_are_open_but_touch_no_score()
    {
        var section = SecuritySection.Of([Of("A", ControlStatus.Passed), new(null, "Port scan", "high", "i-1", ControlStatus.Failed)]);

        Assert.Equal((100, 1, 1), (section.Score, section.Total, section.BySeverity.High));
    }

    [Fact]
    public void A_finding_of_two_standards_is_one_and_the_gravest_come_first()
    {
        var section = SecuritySection.Of([Of("A", ControlStatus.Failed, severity: "low"), Of("B", ControlStatus.Failed, severity: "critical"), Of("A", ControlStatus.Failed, severity: "low")]);

        Assert.Equal(["B", "A"], section.Findings.Select(finding => finding.Control));
    }

    private static CheckedControl Of(string control, ControlStatus status, string resource = "one", string severity = "medium") =>
        new(control, "Title of " + control, severity, resource, status);
}
