using Helm.Chat.Turns;
using Helm.Host.Api;
using Helm.Host.Metrics;
using Helm.Host.Turns;
using Helm.Operations.Delivery;

namespace Helm.Host;

/// <summary>The smaller parts of the host, a line for each concept.</summary>
internal static class HostParts
{
    public static IServiceCollection AddTurns(this IServiceCollection services) => services
        .AddSingleton<TurnMetrics>()
        .AddSingleton<ITurns, AssistantTurns>()
        .AddSingleton<LoggedTurns>()
        .AddSingleton<IConversationPartner>(provider => provider.GetRequiredService<LoggedTurns>());

    public static IServiceCollection AddApi(this IServiceCollection services) => services
        .AddOpenApi()
        .AddSingleton<Scope>()
        .AddSingleton<Deciders>()
        .AddSingleton<ActionDesk>()
        .AddSingleton<AuditDoor>()
        .AddSingleton<IDeliveryChannel, KeptNews>()
        .AddSingleton<AskEndpoint>();

    public static IServiceCollection AddMetrics(this IServiceCollection services) => services.AddSingleton<MetricsCollector>().AddSingleton<RecentPerformance>();
}
