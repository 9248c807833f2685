using Helm.Conversation.Direction.Alerts;
using Helm.Conversation.Direction.Audits;
using Helm.Conversation.Direction.Inventory;
using Helm.Conversation.Direction.Issues;
using Helm.Conversation.Direction.Mending;
using Helm.Conversation.Direction.Overviews;
using Helm.Conversation.Direction.Promises;
using Helm.Conversation.Direction.Reviews;
using Helm.Conversation.Direction.Talk;
using Helm.Conversation.Intents;
using Microsoft.Extensions.DependencyInjection;

namespace Helm.Conversation.Direction;

/// <summary>Who carries out which intent; the whole list in one place.</summary>
internal static class Handlers
{
    private static readonly string[] Talk =
    [
        IntentNames.Greeting,
        IntentNames.Thanks,
        IntentNames.Stop,
        IntentNames.Repeat,
        IntentNames.Correction,
        IntentNames.OutOfScope,
    ];

    public static IServiceCollection AddHandlers(this IServiceCollection services)
    {
        services.AddSingleton<DashboardBuilder>().AddSingleton<ResourceStatus>().AddSingleton<IssueFinder>();
        services.AddSingleton<IHandler, StatusHandler>();
        services.AddSingleton<IHandler, DashboardHandler>();
        services.AddSingleton<IHandler, IssuesHandler>();
        services.AddSingleton<IHandler, InvestigateHandler>();
        services.AddSingleton<ReviewTeller>().AddSingleton<IHandler, HistoryHandler>();
        services.AddSingleton<IHandler, DeploymentsHandler>();
        services.AddSingleton<MetricTrends>().AddSingleton<IHandler, MetricsHandler>();
        services.AddSingleton<IHandler, LogsHandler>();
        services.AddSingleton<IHandler, HelpHandler>();
        services.AddSingleton<PlanTalk>().AddSingleton<SwitchTalk>();
        services.AddSingleton<IHandler, RemediateHandler>();
        services.AddSingleton<IHandler, ConfirmYesHandler>();
        services.AddSingleton<IHandler, ConfirmNoHandler>();
        services.AddSingleton<IHandler, AcknowledgeHandler>();
        services.AddSingleton<IHandler, SilenceHandler>();
        services.AddSingleton<IHandler, EscalateHandler>();
        services.AddSingleton<IHandler, OnCallHandler>();
        services.AddSingleton<IHandler, AuditHandler>();
        services.AddSingleton<IHandler, PromiseHandler>();
        foreach (var intent in Talk)
        {
            services.AddSingleton<IHandler>(new TalkHandler(intent));
        }

        return services;
    }
}
