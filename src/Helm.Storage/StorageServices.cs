using Helm.Conversation.Turns;
using Helm.Operations.Alerts;
using Helm.Operations.Audits;
using Helm.Operations.Budget;
using Helm.Operations.Changes;
using Helm.Operations.Checks;
using Helm.Operations.Delivery;
using Helm.Operations.Investigation;
using Helm.Operations.Issues;
using Helm.Operations.Monitoring;
using Helm.Operations.Promises;
using Helm.Operations.Registration;
using Helm.Operations.Remediation.Challenges;
using Helm.Operations.Remediation.Plans;
using Helm.Operations.Remediation.Policy;
using Helm.Operations.Remediation.Records;
using Helm.Operations.Timers;
using Helm.Operations.Transactions;
using Helm.Storage.Alerts;
using Helm.Storage.Audits;
using Helm.Storage.Budget;
using Helm.Storage.Changes;
using Helm.Storage.Checks;
using Helm.Storage.Conversations;
using Helm.Storage.Database;
using Helm.Storage.Deployments;
using Helm.Storage.Inbox;
using Helm.Storage.Investigations;
using Helm.Storage.Issues;
using Helm.Storage.Ledger;
using Helm.Storage.Outbox;
using Helm.Storage.Places;
using Helm.Storage.Promises;
using Helm.Storage.Remediation;
using Helm.Storage.Reports;
using Helm.Storage.Retention;
using Helm.Storage.Timers;
using Helm.Storage.Transcripts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Helm.Storage;

/// <summary>Registers the storage; <see cref="StorageStart.MigrateAsync"/> is to be awaited before it is used.</summary>
public static class StorageServices
{
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<StorageOptions>().Bind(configuration.GetSection("Helm:Storage")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<StorageOptions>, StorageValidation>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<DbSource>();
        services.AddSingleton(provider => new StorageStart(
            provider.GetRequiredService<DbSource>(), provider.GetRequiredService<IOptions<StorageOptions>>()));
        services.AddSingleton<DeploymentStore>();
        services.AddSingleton<IDeploymentReader>(provider => provider.GetRequiredService<DeploymentStore>());
        services.AddSingleton<IDeploymentStore>(provider => provider.GetRequiredService<DeploymentStore>());
        services.AddSingleton<ICheckClaims, CheckClaims>();
        services.AddSingleton<IReportLedger, ReportLedger>();
        services.AddSingleton<IReportReader, ReportReader>();
        services.AddSingleton<IIssueReader, IssueReader>();
        services.AddSingleton(provider => new IssueSeeding(provider.GetRequiredService<DbSource>()));
        services.AddSingleton<IInvestigationStore, InvestigationStore>();
        services.AddSingleton<IApiBudget, ApiBudget>();
        services.AddSingleton<IConversationStore, ConversationStore>();
        services.AddSingleton<IInbox, InboxStore>().AddSingleton<IPlaces, PlaceStore>();
        services.AddSingleton<IIssueEditor, IssueEditor>();
        services.AddMessages();
        services.AddPlans();
        services.AddAudits();
        services.AddSingleton(provider => new StorageRetention(
            provider.GetRequiredService<DbSource>(),
            provider.GetRequiredService<IOptions<MonitoringOptions>>(),
            provider.GetRequiredService<IOptions<IssueOptions>>(),
            provider.GetRequiredService<TimeProvider>()));
        return services;
    }

    private static void AddMessages(this IServiceCollection services) => services
        .AddSingleton<ITransactions, StoreTransactions>()
        .AddSingleton<ITranscripts, TranscriptStore>()
        .AddSingleton<IOutboxStore, OutboxStore>()
        .AddSingleton<IOutbox>(provider => provider.GetRequiredService<IOutboxStore>())
        .AddSingleton<ISentMessages, SentMessages>()
        .AddSingleton<ITimerStore, TimerStore>()
        .AddSingleton<ITimers>(provider => provider.GetRequiredService<ITimerStore>())
        .AddSingleton<IChangeLog, ChangeLog>()
        .AddSingleton<SilenceBook>()
        .AddSingleton<OutsideAlertWriter>()
        .AddSingleton<IOutsideAlerts, OutsideAlertStore>()
        .AddSingleton<IAlertBook, AlertBook>();

    private static void AddPlans(this IServiceCollection services) => services
        .AddSingleton<IPlanStore, PlanStore>()
        .AddSingleton<IChallengeStore, ChallengeStore>()
        .AddSingleton<IActionLog, ActionLog>()
        .AddSingleton<ISwitchboard, Switchboard>();

    private static void AddAudits(this IServiceCollection services) => services
        .AddSingleton<IAuditStore, AuditStore>()
        .AddSingleton<IPromiseStore, PromiseStore>();
}
