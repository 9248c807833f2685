using Helm.Operations.People;
using Helm.Operations.Remediation;
using Helm.Operations.Remediation.Approvals;
using Helm.Operations.Remediation.Challenges;
using Helm.Operations.Remediation.Plans;
using Helm.Operations.Remediation.Policy;

namespace Helm.Storage.Tests.Remediation;

public sealed class WardenTests(PostgreSqlCluster cluster) : RemediationTests(cluster)
{
    private const int Tries = 10_000;

    [Fact]
    public async Task Of_ten_thousand_approvals_that_are_not_right_none_lets_anything_run()
    {
        var helm = await DeployedAsync(Provider.Sqlite);
        var old = await ApprovedAsync(helm);
        var replayed = await RightAsync(helm, old) with { Words = "amber" };
        await PassAsync(helm, TimeSpan.FromMinutes(2));
        var sent = Remedy.Sent.Count;
        Clock.Advance(minutes: 40);
        var random = new Random(20251103);
        var wrong = new Dictionary<ApprovalResult, int>();
        var record = await ProposedAsync(helm);
        var right = await RightAsync(helm, record);
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            if ((await FoundAsync(helm, record.Plan.Id)) is not { Status: PlanStatus.Pending } current || current.Plan.ExpiresAt <= Clock.Now)
            {
                record = await ProposedAsync(helm);
                right = await RightAsync(helm, record);
            }

            var result = await ApproveAsync(helm, Forged(right, replayed, random));
            wrong[result] = wrong.GetValueOrDefault(result) + 1;
        }

        await PassAsync(helm, TimeSpan.FromMinutes(15));

        Assert.Equal(sent, Remedy.Sent.Count);
        Assert.DoesNotContain(ApprovalResult.Approved, wrong.Keys);
        Assert.DoesNotContain(ApprovalResult.SecondPersonNeeded, wrong.Keys);
        ApprovalResult[] expected =
        [
            ApprovalResult.UnknownPlan, ApprovalResult.AlreadyDecided, ApprovalResult.Changed, ApprovalResult.NotEntitled, ApprovalResult.NotAsked,
            ApprovalResult.NotHeard, ApprovalResult.ChallengeNeeded, ApprovalResult.Missed, ApprovalResult.Burned, ApprovalResult.Expired,
        ];
        Assert.Equal(expected.Order(), wrong.Keys.Order());
    }

    [Fact]
    public async Task The_right_words_of_the_right_person_approve_once()
    {
        var helm = await DeployedAsync(Provider.Sqlite);
        var record = await ProposedAsync(helm);
        var right = await RightAsync(helm, record);

        Assert.Equal(ApprovalResult.Approved, await ApproveAsync(helm, right));
        Assert.Equal(ApprovalResult.AlreadyDecided, await ApproveAsync(helm, right));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Of_many_right_approvals_at_once_one_counts(Provider provider)
    {
        var helm = await DeployedAsync(provider);
        var right = await RightAsync(helm, await ProposedAsync(helm));

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => ApproveAsync(helm, right)));

        Assert.Single(results, ApprovalResult.Approved);
        await PassAsync(helm, TimeSpan.FromMinutes(2));
        Assert.Single(Remedy.Sent);
    }

    [Fact]
    public async Task A_pressed_button_needs_no_words_and_a_yes_elsewhere_is_enough_outside_production()
    {
        Set("Helm:Remediation:ProductionEnvironments:0", "live");
        Set("Helm:Remediation:Confirm:0", "restart_lambda");
        var helm = await DeployedAsync(Provider.Sqlite);
        var record = await ProposedAsync(helm, Operator);

        Assert.Equal(ApprovalLevel.Confirm, record.Plan.Level);
        Assert.Equal(ApprovalResult.NotAsked, await ApproveAsync(helm, Yes(record) with { Person = Approver }));
        Assert.Equal(ApprovalResult.Approved, await ApproveAsync(helm, Yes(record)));
    }

    [Fact]
    public async Task A_button_approves_in_production()
    {
        var helm = await DeployedAsync(Provider.Sqlite);
        var record = await ProposedAsync(helm);

        Assert.Equal(ApprovalResult.NotEntitled, await ApproveAsync(helm, new(record.Plan.Id, record.Plan.Hash, Operator, ApprovalMeans.Button)));
        Assert.Equal(ApprovalResult.Approved, await ApproveAsync(helm, new(record.Plan.Id, record.Plan.Hash, Second, ApprovalMeans.Button)));
    }

    [Fact]
    public async Task Where_two_people_are_needed_the_second_is_another_one_and_no_voice()
    {
        Set("Helm:Remediation:SecondPerson", "true");
        var helm = await DeployedAsync(Provider.Sqlite);
        var record = await ProposedAsync(helm);
        var right = await RightAsync(helm, record);
        var second = new ApprovalAttempt(record.Plan.Id, record.Plan.Hash, Second, ApprovalMeans.Named);

        Assert.Equal(ApprovalResult.SecondPersonNeeded, await ApproveAsync(helm, right));
        Assert.Equal(ApprovalResult.NotSecond, await ApproveAsync(helm, second with { Person = Approver }));
        Assert.Equal(ApprovalResult.NotSecond, await ApproveAsync(helm, second with { Heard = new("kitchen", true, Clock.Now) }));
        await PassAsync(helm, TimeSpan.FromSeconds(20));
        Assert.Empty(Remedy.Sent);
        Assert.Equal(ApprovalResult.Approved, await ApproveAsync(helm, second));
    }

    [Fact]
    public async Task A_newer_proposal_in_a_conversation_stands_in_the_place_of_the_one_before()
    {
        var helm = await DeployedAsync(Provider.Sqlite);
        var before = await RightAsync(helm, await ProposedAsync(helm));
        var elsewhere = await ProposedAsync(helm, conversation: "slack:C9");
        var now = await RightAsync(helm, await ProposedAsync(helm));

        Assert.Equal(ApprovalResult.AlreadyDecided, await ApproveAsync(helm, before));
        Assert.Equal(PlanStatus.Pending, (await FoundAsync(helm, elsewhere.Plan.Id)).Status);
        Assert.Equal(ApprovalResult.Approved, await ApproveAsync(helm, now));
    }

    [Fact]
    public async Task Nothing_is_approved_while_changes_are_frozen_or_the_power_is_off()
    {
        var helm = await DeployedAsync(Provider.Sqlite);
        var right = await RightAsync(helm, await ProposedAsync(helm));
        await helm.Get<IRemediation>().StopAsync(StopKind.Freeze, Approver, null, Clock.Now.AddMinutes(5), "sale", Cancellation);
        Assert.Equal(ApprovalResult.Frozen, await ApproveAsync(helm, right));

        Clock.Advance(minutes: 6);
        Assert.Equal(ApprovalResult.Approved, await ApproveAsync(helm, right));
    }

    private static Person Operator { get; } = new("slack:op", "Op", Role.Operator);

    private static ApprovalAttempt Yes(PlanRecord record) =>
        new(record.Plan.Id, record.Plan.Hash, Operator, ApprovalMeans.Said) { Conversation = Conversation };

    /// <summary>One of everything that is wrong with an approval, the rest of it right; so each refusal is for that reason alone.</summary>
    private ApprovalAttempt Forged(ApprovalAttempt right, ApprovalAttempt replayed, Random random)
    {
        var words = ChallengeWords.All;
        Func<ApprovalAttempt>[] forgeries =
        [
            () => right with { PlanId = $"rem-{random.Next(100_000, 999_999)}" },
            () => replayed,
            () => right with { PlanHash = replayed.PlanHash },
            () => right with { PlanHash = right.PlanHash![..63] + (right.PlanHash[63] == '0' ? '1' : '0') },
            () => right with { PlanHash = null },
            () => right with { Person = Operator },
            () => right with { Person = new("slack:x", "Ann", null) },
            () => right with { Conversation = "slack:C2" },
            () => right with { Person = Second },
            () => right with { Heard = new("kitchen", false, Clock.Now) },
            () => right with { Words = null },
            () => right with { Words = "  ", Means = ApprovalMeans.Named },
            () => right with { Words = $"{words[random.Next(words.Count)]} {words[random.Next(words.Count)]} {words[random.Next(words.Count)]}" },
        ];
        if (random.Next(50) == 0)
        {
            Clock.Advance(minutes: 10);
            return right;
        }

        return forgeries[random.Next(forgeries.Length)]();
    }
}
