using Helm.Operations.Issues;
using Helm.Operations.Monitoring;
using Helm.Operations.People;
using Helm.Operations.Remediation;
using Helm.Operations.Remediation.Approvals;
using Helm.Operations.Remediation.Plans;
using Helm.Operations.Remediation.Proposals;
using Helm.Operations.Remediation.Remedies;
using Helm.Operations.Remediation.Running;
using Helm.Operations.Timers;
using Microsoft.Extensions.DependencyInjection;

namespace Helm.Storage.Tests.Remediation;

/// <summary>What the tests of remediation share: an issue in production, a scripted cloud, and a meter that the test reads out.</summary>
public abstract class RemediationTests : ReportedTests
{
    protected const string Conversation = "slack:C1";

    protected RemediationTests(PostgreSqlCluster cluster)
        : base(cluster)
    {
        Set("Helm:Remediation:Enabled", "true");
        Set("Helm:Remediation:RunLog", "");
        Configure = services => services.AddSingleton<IRemedy>(Remedy).AddSingleton<IIndicatorMeter>(new Meter(this));
    }

    internal static Person Approver { get; } = new("slack:ann", "Ann", Role.Approver);

    internal static Person Second { get; } = new("slack:bob", "Bob", Role.Administrator);

    internal ScriptedRemedy Remedy { get; } = new();

    /// <summary>What the indicator is after the change; null when there are no samples yet.</summary>
    internal decimal? Measured { get; set; } = 0.02m;

    internal async Task<PlanRecord> ProposedAsync(Installation helm, Person? asker = null, string? conversation = Conversation)
    {
        if ((await OpenAsync(helm)).Count == 0)
        {
            await ReportAsync(helm, 5.2m);
        }

        var issue = (await OpenAsync(helm))[0];
        var wish = new ProposalRequest(ProposalRequest.Immediate, new((asker ?? Approver).Id, conversation)) { Issue = issue };
        return Assert.IsType<ProposalResult.Proposed>(await helm.Get<IRemediation>().ProposeAsync(wish, Cancellation)).Record;
    }

    internal static async Task<string> WordsAsync(Installation helm, PlanRecord record) =>
        string.Join(' ', (await helm.Get<IRemediation>().ChallengeOfAsync(record, Cancellation))!.Words);

    /// <summary>A right approval, as the conversation makes it.</summary>
    internal static async Task<ApprovalAttempt> RightAsync(Installation helm, PlanRecord record) =>
        new(record.Plan.Id, record.Plan.Hash, Approver, ApprovalMeans.Said) { Conversation = Conversation, Words = await WordsAsync(helm, record) };

    internal static async Task<ApprovalResult> ApproveAsync(Installation helm, ApprovalAttempt attempt) =>
        (await helm.Get<IRemediation>().ApproveAsync(attempt, Cancellation)).Result;

    internal async Task<PlanRecord> ApprovedAsync(Installation helm)
    {
        var record = await ProposedAsync(helm);
        Assert.Equal(ApprovalResult.Approved, await ApproveAsync(helm, await RightAsync(helm, record)));
        return record;
    }

    /// <summary>Lets everything that is due happen, time after time.</summary>
    internal async Task PassAsync(Installation helm, TimeSpan time)
    {
        var end = Clock.Now + time;
        do
        {
            await WakeAsync(helm);
            Clock.Advance(TimeSpan.FromSeconds(5));
        }
        while (Clock.Now < end);
        await WakeAsync(helm);
    }

    internal static async Task WakeAsync(Installation helm)
    {
        await helm.Get<TimerRunner>().RunDueAsync(Decisions.RunTimer, Cancellation);
        await helm.Get<TimerRunner>().RunDueAsync(Decisions.ExpiryTimer, Cancellation);
    }

    internal static async Task<PlanRecord> FoundAsync(Installation helm, string id = "rem-001") =>
        (await helm.Get<IRemediation>().FindAsync(id, Cancellation))!;

    internal static async Task<string> IssueStatusAsync(Installation helm) =>
        (await helm.Get<IIssueReader>().FindAsync("infra-001", Cancellation))!.Status;

    private sealed class Meter(RemediationTests test) : IIndicatorMeter
    {
        public Task<Observation?> MeasureAsync(Issue issue, DateTimeOffset since, TimeSpan over, CancellationToken cancellation) =>
            Task.FromResult(test.Measured is { } rate && test.Clock.Now - since >= over
                ? Sample.Observed(test.Clock.Now, rate) with { WindowStart = test.Clock.Now - over }
                : null);
    }
}
