using Helm.Operations.Alerts;
using Helm.Operations.Changes;
using Helm.Operations.Delivery;
using Helm.Operations.Escalation;
using Helm.Operations.OnCall;
using Helm.Operations.Reviews;
using Helm.Operations.Timers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Helm.Operations;

/// <summary>Registers who is told of issues, what is handed to developers, and what looks back at both.</summary>
public static class AlertServices
{
    internal static IServiceCollection AddAlerts(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<RotaOptions>().Bind(configuration.GetSection(RotaOptions.Section)).ValidateOnStart();
        services.AddOptions<AlertingOptions>().Bind(configuration.GetSection(AlertingOptions.Section)).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<AlertingOptions>, AlertingValidation>()
            .AddSingleton<BurnRates>()
            .AddSingleton<AlertRouting>()
            .AddSingleton<AlertPost>()
            .AddSingleton<Incidents>()
            .AddSingleton<AlertDesk>()
            .AddSingleton<CauseFirst>()
            .AddSingleton<SilenceExchange>()
            .AddSingleton<Quiet>()
            .AddSingleton<OutsideIntake>()
            .AddSingleton<IValidateOptions<RotaOptions>, RotaValidation>()
            .AddSingleton<IOnCallSource, Rota>()
            .AddSingleton<IIssueChangeConsumer, AlertConsumer>()
            .AddSingleton<AlertMessages>()
            .AddSingleton<IIssueChangeConsumer>(provider => provider.GetRequiredService<AlertMessages>());
    }

    internal static IServiceCollection AddEscalation(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<EscalationOptions>().Bind(configuration.GetSection(EscalationOptions.Section)).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<EscalationOptions>, EscalationValidation>()
            .AddSingleton<EscalationRules>()
            .AddSingleton<Escalations>()
            .AddReviews()
            .AddSingleton<EscalationConsumer>()
            .AddSingleton<IIssueChangeConsumer>(provider => provider.GetRequiredService<EscalationConsumer>())
            .AddSingleton<ITimerHandler>(provider => provider.GetRequiredService<EscalationConsumer>());
    }

    /// <summary>To be called when a tracker is connected: what creates, watches and verifies work items.</summary>
    public static IServiceCollection AddWorkItems<TTracker>(this IServiceCollection services)
        where TTracker : class, IWorkItemTracker => services
        .AddSingleton<IWorkItemTracker, TTracker>()
        .AddSingleton<IDeliveryChannel, WorkItemChannel>()
        .AddSingleton<FixHealth>()
        .AddSingleton<FixVerification>()
        .AddSingleton<ITimerHandler>(provider => provider.GetRequiredService<FixVerification>())
        .AddSingleton<ITimerHandler, WorkItemPoll>();
}
