using Helm.Operations.Alerts;
using Helm.Operations.Audits;
using Helm.Operations.Changes;
using Helm.Operations.Checks;
using Helm.Operations.Delivery;
using Helm.Operations.Escalation;
using Helm.Operations.Investigation;
using Helm.Operations.Issues;
using Helm.Operations.Promises;
using Helm.Operations.Reviews;
using Helm.Operations.Transactions;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;

namespace Helm.Conversation.Tests.Direction;

/// <summary>Alerts and silences of a test, kept in memory; nothing is sent anywhere.</summary>
internal sealed class QuietWorld : ITransactions
{
    public List<Silence> Silences { get; } = [];

    public List<Alert> Alerts { get; } = [];

    public IServiceCollection AddTo(IServiceCollection services) => services
        .AddSingleton<ITransactions>(this)
        .AddSingleton(Book())
        .AddSingleton<IIssueEditor>(provider => new Editor(provider.GetRequiredService<IIssueReader>()))
        .AddSingleton(Substitute.For<IOutbox>()).AddSingleton(Substitute.For<IOutboxStore>())
        .AddSingleton(Substitute.For<IReportReader>()).AddSingleton(Substitute.For<IChangeLog>())
        .AddSingleton<AlertPost>().AddSingleton<Quiet>().AddSingleton<OutboxDispatcher>().AddSingleton<Escalations>()
        .AddSingleton(Substitute.For<IAuditStore>()).AddSingleton<ConversationDoors>().AddSingleton<AuditTeller>().AddSingleton<AuditWork>().AddSingleton<AuditDesk>()
        .AddSingleton(Substitute.For<IPromiseStore>()).AddSingleton<PromiseDesk>()

        .AddSingleton(Substitute.For<IInvestigationStore>()).AddSingleton<CauseRecord>().AddSingleton<Incidents>()
            .AddSingleton<IncidentReviewer>().AddSingleton<PerformanceReader>().AddSingleton<Happenings>();

    public Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellation) => work(cancellation);

    private IAlertBook Book()
    {
        var book = Substitute.For<IAlertBook>();
        book.SilencesAsync(default).ReturnsForAnyArgs(_ => [.. Silences]);
        book.AddAsync(default!, default).ReturnsForAnyArgs(call =>
        {
            Silences.Add(call.Arg<Silence>() with { Id = $"silence-{Silences.Count + 1}" });
            return Silences[^1];
        });
        book.When(one => one.EndAsync(Arg.Any<string>(), Arg.Any<DateTimeOffset>(), Arg.Any<CancellationToken>()))
            .Do(call => Silences.RemoveAll(silence => silence.Id == call.Arg<string>()));
        book.When(one => one.SaveAsync(Arg.Any<Alert>(), Arg.Any<CancellationToken>())).Do(call => Alerts.Add(call.Arg<Alert>()));
        book.ListAsync(default, default, default).ReturnsForAnyArgs(_ => [.. Alerts]);
        book.OpenOfAsync(default!, default).ReturnsForAnyArgs(call => Alerts.LastOrDefault(alert => alert.Group == call.Arg<string>()));
        return book;
    }

    private sealed class Editor(IIssueReader issues) : IIssueEditor
    {
        public async Task<IssueEdit?> EditAsync(string issueId, IssueChange change, Func<Issue, Issue?> edit, CancellationToken cancellation) =>
            await issues.FindAsync(issueId, cancellation) is { } issue ? new(edit(issue) ?? issue, true) : null;
    }
}
