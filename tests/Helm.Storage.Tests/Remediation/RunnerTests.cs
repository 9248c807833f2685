using Helm.Operations.Changes;
using Helm.Operations.Issues;
using Helm.Operations.Remediation;
using Helm.Operations.Remediation.Plans;
using Helm.Operations.Remediation.Policy;
using Helm.Operations.Remediation.Proposals;
using Helm.Operations.Remediation.Remedies;

namespace Helm.Storage.Tests.Remediation;

public sealed class RunnerTests(PostgreSqlCluster cluster) : RemediationTests(cluster)
{
    [Theory]
    [MemberData(nameof(Both))]
    public async Task An_approved_mend_is_made_once_measured_and_the_issue_resolved(Provider provider)
    {
        var helm = await DeployedAsync(provider);
        await ApprovedAsync(helm);
        Assert.Empty(Remedy.Sent);

        await WakeAsync(helm);
        Assert.Equal(IssueStatus.Remediating, await IssueStatusAsync(helm));
        await PassAsync(helm, TimeSpan.FromMinutes(2));

        var record = await FoundAsync(helm);
        Assert.Equal(PlanStatus.Succeeded, record.Status);
        Assert.Equal((5.2m, 0.02m, true), (record.Verification!.Before, record.Verification.After, record.Verification.SloMet));
        Assert.True(record.Verification.WindowStart >= record.EffectiveAt);
        Assert.Single(Remedy.Sent);
        Assert.Equal(
            [JournalPhase.Intended, JournalPhase.Attempted, JournalPhase.Accepted, JournalPhase.Done],
            (await helm.Get<IRemediation>().JournalAsync("rem-001", Cancellation)).Select(line => line.Phase));
        Assert.Equal(IssueStatus.Resolved, await IssueStatusAsync(helm));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Windows_that_still_contain_the_fault_do_not_open_a_mended_issue_again_but_a_later_breach_does(Provider provider)
    {
        var helm = await DeployedAsync(provider);
        await ApprovedAsync(helm);
        await PassAsync(helm, TimeSpan.FromMinutes(2));

        await ApplyAsync(helm, Sample.ErrorRate(Deployed, Clock.Now, 3m));
        Assert.Equal(IssueStatus.Resolved, await IssueStatusAsync(helm));

        Clock.Advance(minutes: 10);
        await ReportAsync(helm, 3m);
        Assert.Equal(IssueStatus.Active, await IssueStatusAsync(helm));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_proposal_that_nobody_allowed_is_over_when_its_issue_is(Provider provider)
    {
        Set("Helm:Issues:ResolveAfter", "1");
        var helm = await DeployedAsync(provider);
        await ProposedAsync(helm);

        await ReportAsync(helm, 0.01m);
        await helm.Get<ChangeFeed>().RunAsync("overtaken-plans", Cancellation);

        var record = await FoundAsync(helm);
        Assert.Equal((PlanStatus.Replaced, "infra-001 was resolved before anybody allowed it."), (record.Status, record.Outcome));
        Assert.Empty(Remedy.Sent);
    }

    [Fact]
    public async Task A_lost_answer_is_described_and_never_sent_again()
    {
        var helm = await DeployedAsync(Provider.Sqlite);
        Remedy.Answers = () => new(SendResult.Ambiguous, "reset");
        Remedy.Shows = () => ActionState.NotDone;
        await ApprovedAsync(helm);

        await PassAsync(helm, TimeSpan.FromSeconds(20));
        Assert.Equal(PlanStatus.Running, (await FoundAsync(helm)).Status);
        Remedy.Shows = () => ActionState.Done;
        await PassAsync(helm, TimeSpan.FromMinutes(2));

        Assert.Equal(PlanStatus.Succeeded, (await FoundAsync(helm)).Status);
        Assert.Single(Remedy.Sent);
    }

    [Fact]
    public async Task A_change_that_left_no_trace_is_told_as_not_made()
    {
        var helm = await DeployedAsync(Provider.Sqlite);
        Remedy.Answers = () => new(SendResult.Ambiguous);
        Remedy.Shows = () => ActionState.NotDone;
        await ApprovedAsync(helm);

        await PassAsync(helm, TimeSpan.FromMinutes(1));

        Assert.Equal(PlanStatus.Failed, (await FoundAsync(helm)).Status);
        Assert.Equal(IssueStatus.RemediationFailed, await IssueStatusAsync(helm));
        Assert.Single(Remedy.Sent);
    }

    [Fact]
    public async Task Where_describing_cannot_tell_a_person_decides()
    {
        var helm = await DeployedAsync(Provider.Sqlite);
        Remedy.Answers = () => new(SendResult.Ambiguous);
        Remedy.Shows = () => new(ActionProgress.CannotTell);
        Remedy.Reverses = true;
        await ApprovedAsync(helm);

        await PassAsync(helm, TimeSpan.FromMinutes(1));

        Assert.Equal(PlanStatus.Unknown, (await FoundAsync(helm)).Status);
        Assert.Single(Remedy.Sent);
    }

    [Fact]
    public async Task An_attempt_that_a_dead_host_left_is_looked_for_and_not_sent_by_the_next()
    {
        var helm = await DeployedAsync(Provider.Sqlite);
        await ApprovedAsync(helm);
        var plans = helm.Get<IPlanStore>();
        await plans.TryNoteAsync(new("rem-001", 0, JournalPhase.Intended, Clock.Now), Cancellation);
        await plans.TryNoteAsync(new("rem-001", 0, JournalPhase.Attempted, Clock.Now), Cancellation);
        Remedy.Shows = () => ActionState.NotDone;

        await PassAsync(helm, TimeSpan.FromMinutes(1));

        Assert.Empty(Remedy.Sent);
        Assert.Equal(PlanStatus.Failed, (await FoundAsync(helm)).Status);
    }

    [Fact]
    public async Task A_mend_that_did_not_help_is_taken_back_and_after_three_of_them_none_is_proposed()
    {
        var helm = await DeployedAsync(Provider.Sqlite);
        Remedy.Reverses = true;
        Measured = 4m;
        for (var mend = 1; mend <= 3; mend++)
        {
            await ApprovedAsync(helm);
            await PassAsync(helm, TimeSpan.FromMinutes(8));
            Assert.Equal(PlanStatus.Failed, (await FoundAsync(helm, $"rem-00{mend}")).Status);
            Assert.Equal(IssueStatus.RemediationFailed, await IssueStatusAsync(helm));
            Assert.Equal(2 * mend, Remedy.Sent.Count);
        }

        Assert.StartsWith("100 ", Remedy.Sent.Last(), StringComparison.Ordinal);
        var wish = new ProposalRequest(null, new(Approver.Id, Conversation)) { Issue = (await OpenAsync(helm))[0] };
        var refused = Assert.IsType<ProposalResult.Refused>(await helm.Get<IRemediation>().ProposeAsync(wish, Cancellation));
        Assert.Equal(RefusalKind.Exhausted, refused.Kind);
    }

    [Fact]
    public async Task A_mend_that_cannot_be_measured_is_never_called_resolved()
    {
        var helm = await DeployedAsync(Provider.Sqlite);
        Measured = null;
        await ApprovedAsync(helm);

        await PassAsync(helm, TimeSpan.FromMinutes(8));

        Assert.Equal(PlanStatus.Failed, (await FoundAsync(helm)).Status);
        Assert.Equal(IssueStatus.RemediationFailed, await IssueStatusAsync(helm));
    }

    [Fact]
    public async Task A_freeze_stops_an_approved_plan_before_its_change()
    {
        var helm = await DeployedAsync(Provider.Sqlite);
        await ApprovedAsync(helm);
        Assert.True(await helm.Get<IRemediation>().StopAsync(StopKind.Freeze, Approver, null, null, null, Cancellation));

        await PassAsync(helm, TimeSpan.FromMinutes(1));

        Assert.Empty(Remedy.Sent);
        Assert.Equal(PlanStatus.Failed, (await FoundAsync(helm)).Status);
    }

    [Fact]
    public async Task What_nobody_approves_expires_untouched()
    {
        var helm = await DeployedAsync(Provider.Sqlite);
        await ProposedAsync(helm);

        await PassAsync(helm, TimeSpan.FromMinutes(11));

        Assert.Equal(PlanStatus.Expired, (await FoundAsync(helm)).Status);
        Assert.Empty(Remedy.Sent);
    }

    [Fact]
    public async Task Undo_that_proposes_the_way_back_of_the_latest_mend_of_the_conversation()
    {
        var helm = await DeployedAsync(Provider.Sqlite);
        Remedy.Reverses = true;
        await ApprovedAsync(helm);
        await PassAsync(helm, TimeSpan.FromMinutes(2));

        var result = await helm.Get<IRemediation>().ProposeUndoAsync(new("undo", new(Approver.Id, Conversation)), Cancellation);

        var undo = Assert.IsType<ProposalResult.Proposed>(result).Record;
        Assert.Equal(("rem-001", ApprovalLevel.Challenge), (undo.Undoes, undo.Plan.Level));
        Assert.Equal("100", undo.Plan.Actions[0].Parameters["to"]);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Two_hosts_on_one_database_send_a_change_once(Provider provider)
    {
        var one = await DeployedAsync(provider);
        var other = await StartAsync(provider);
        for (var plan = 1; plan <= 10; plan++)
        {
            await ApprovedAsync(one);
            await Task.WhenAll(WakeAsync(one), WakeAsync(other), WakeAsync(one), WakeAsync(other));
            await PassAsync(other, TimeSpan.FromMinutes(2));
            Assert.Equal(plan, Remedy.Sent.Count);
            Clock.Advance(minutes: 40);
            await ReportAsync(one, 5.2m);
        }
    }
}
