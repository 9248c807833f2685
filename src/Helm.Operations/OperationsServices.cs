using Helm.Operations.Budget;
using Helm.Operations.Changes;
using Helm.Operations.Checks;
using Helm.Operations.Delivery;
using Helm.Operations.Environments;
using Helm.Operations.Investigation;
using Helm.Operations.Issues;
using Helm.Operations.Monitoring;
using Helm.Operations.Overviews;
using Helm.Operations.Registration;
using Helm.Operations.Timers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Helm.Operations;

/// <summary>Registers what Helm knows and does; keeping it is the storage's part, watching the domains'.</summary>
public static class OperationsServices
{
    public static IServiceCollection AddOperations(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<EnvironmentsOptions>().Bind(configuration.GetSection("Helm")).ValidateOnStart();
        services.AddOptions<MonitoringOptions>().Bind(configuration.GetSection("Helm:Monitoring")).ValidateOnStart();
        services.AddOptions<BudgetOptions>().Bind(configuration.GetSection("Helm:Budget")).ValidateOnStart();
        services.AddOptions<IssueOptions>().Bind(configuration.GetSection("Helm:Issues")).ValidateOnStart();
        services.AddOptions<DashboardOptions>().Bind(configuration.GetSection("Helm:Dashboard")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<EnvironmentsOptions>, EnvironmentsValidation>();
        services.AddSingleton<IValidateOptions<MonitoringOptions>, MonitoringValidation>();
        services.AddSingleton<IValidateOptions<BudgetOptions>, BudgetValidation>();
        services.AddSingleton<IValidateOptions<IssueOptions>, IssueValidation>();
        services.AddSingleton<IValidateOptions<DashboardOptions>, DashboardValidation>();

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<EnvironmentDirectory>();
        services.AddSingleton<DomainRegistry>();
        services.AddSingleton<IssueLifecycle>();
        services.AddSingleton<DeploymentRegistry>();
        services.AddSingleton<RegistryFile>();
        services.AddSingleton<INoticeSource>(provider => provider.GetRequiredService<RegistryFile>());
        services.AddSingleton<INoticeSource, BudgetNotices>();
        return services.AddChecks().AddOverviews().AddDelivery(configuration).AddInvestigation(configuration).AddRemediation(configuration).AddAlerts(configuration).AddEscalation(configuration).AddAudits().AddPromises();
    }

    private static IServiceCollection AddChecks(this IServiceCollection services) => services
        .AddSingleton<CheckIntervals>()
        .AddSingleton<CheckPass>()
        .AddSingleton<CheckResults>()
        .AddSingleton<AlarmWatch>()
        .AddSingleton<HealthCheckRunner>();

    private static IServiceCollection AddOverviews(this IServiceCollection services) => services
        .AddSingleton<Freshness>()
        .AddSingleton<IOverviewReader, OverviewReader>();

    private static IServiceCollection AddDelivery(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DeliveryOptions>().Bind(configuration.GetSection(DeliveryOptions.Section)).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<DeliveryOptions>, DeliveryValidation>()
            .AddSingleton<OutboxDispatcher>()
            .AddSingleton<ConversationDoors>()
            .AddSingleton<TimerRunner>()
            .AddSingleton<ChangeFeed>();
    }
}
