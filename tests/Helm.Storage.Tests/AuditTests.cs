using Helm.Operations.Audits;
using Microsoft.Extensions.DependencyInjection;

namespace Helm.Storage.Tests;

public sealed class AuditTests(PostgreSqlCluster cluster) : StorageTests(cluster)
{
    [Theory]
    [MemberData(nameof(Both))]
    public async Task An_audit_is_kept_and_the_next_is_compared_with_it(Provider provider)
    {
        var auditor = new ScriptedAuditor();
        Configure = services => services.AddSingleton<IAuditor>(auditor);
        var desk = (await StartAsync(provider)).Get<AuditDesk>();
        var first = await RunAsync(desk);
        Clock.Advance(TimeSpan.FromDays(3));
        auditor.Failed = ["A", "B", "C"];

        var second = await RunAsync(desk);

        Assert.Equal(("audit-001", "audit-002", AuditStatus.Complete), (first.AuditId, second.AuditId, second.Status));
        Assert.Null(first.ComparedTo);
        Assert.Equal((2, 3, "audit-001"), (second.ComparedTo!.Change, second.ComparedTo.DaysAgo, second.ComparedTo.AuditId));
        Assert.Equal(3, (await desk.FindAsync("Audit-002", Cancellation))!.Security!.Total);
        Assert.Equal(["audit-002", "audit-001"], (await desk.ListAsync(new(AuditType.Security, "prod"), Cancellation)).Select(one => one.AuditId));
        Assert.Empty(await desk.ListAsync(new(AuditType.Cost), Cancellation));
        Assert.Null(await desk.FindAsync("audit-9", Cancellation));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_long_audit_is_told_as_running_with_how_far_it_has_come_and_ends_by_itself(Provider provider)
    {
        var auditor = new ScriptedAuditor { Gate = new() };
        Configure = services => services.AddSingleton<IAuditor>(auditor);
        var desk = (await StartAsync(provider)).Get<AuditDesk>();

        var running = await desk.RunAsync(new(AuditType.Security, "prod"), "somebody", null, TimeSpan.Zero, Cancellation);

        Assert.Equal(AuditStatus.Running, running.Status);
        await auditor.Begun.Task;
        Assert.Equal("reading page 7", (await desk.FindAsync(running.AuditId, Cancellation))!.Progress);
        auditor.Gate.SetResult();
        while ((await desk.FindAsync(running.AuditId, Cancellation))!.Status == AuditStatus.Running)
        {
            await Task.Delay(20, Cancellation);
        }

        Assert.Equal(AuditStatus.Complete, (await desk.FindAsync(running.AuditId, Cancellation))!.Status);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task An_audit_that_throws_has_failed_and_one_whose_host_was_killed_too(Provider provider)
    {
        var auditor = new ScriptedAuditor { Failure = new InvalidOperationException("boom") };
        Configure = services => services.AddSingleton<IAuditor>(auditor);
        var helm = await StartAsync(provider);
        var failed = await RunAsync(helm.Get<AuditDesk>());
        var orphan = await helm.Get<IAuditStore>().AddAsync(
            failed with { Status = AuditStatus.Running, StartedAt = Clock.GetUtcNow(), Parts = [] }, Cancellation);
        Clock.Advance(TimeSpan.FromMinutes(11));

        Assert.Equal(AuditStatus.Failed, failed.Status);
        Assert.DoesNotContain("boom", failed.Parts.Single().Problem, StringComparison.Ordinal);
        Assert.Equal(AuditStatus.Failed, (await helm.Get<AuditDesk>().FindAsync(orphan.AuditId, Cancellation))!.Status);
    }

    private static Task<AuditReport> RunAsync(AuditDesk desk) =>
        desk.RunAsync(new(AuditType.Security, "prod"), "somebody", null, TimeSpan.FromMinutes(1), Cancellation);

    private sealed class ScriptedAuditor : IAuditor
    {
        public AuditType Type => AuditType.Security;

        public string[] Failed { get; set; } = ["A"];

        public Exception? Failure { get; init; }

        public TaskCompletionSource? Gate { get; init; }

        public TaskCompletionSource Begun { get; } = new();

        public async Task<AuditFindings> AuditAsync(AuditRequest request, Action<string> note, CancellationToken cancellation)
        {
            note("reading page 7");
            Begun.TrySetResult();
            await (Gate?.Task ?? Task.CompletedTask);
            return Failure is not null ? throw Failure : new("123456789012", [new("findings", PartStatus.Read)])
            {
                Security = SecuritySection.Of([.. Failed.Select(control => new CheckedControl(control, control, "high", "arn:aws:s3:::uploads", ControlStatus.Failed))]),
            };
        }
    }
}
