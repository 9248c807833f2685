using Helm.Chat.BotFramework.Authentication;
using Helm.Chat.BotFramework.Proactive;
using Helm.Operations.Delivery;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Helm.Chat.BotFramework;

/// <summary>What the door is made of.</summary>
public static class BotFrameworkParts
{
    public static IServiceCollection AddBotFramework(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IValidateOptions<BotFrameworkOptions>, BotFrameworkOptionsCheck>();
        services.AddOptions<BotFrameworkOptions>().Bind(configuration.GetSection(BotFrameworkOptions.Section))
            .ValidateOnStart();
        services.AddChannelAuthentication(configuration);
        services.AddSingleton<Intake>().AddSingleton<ActivityGate>();
        services.AddSingleton<BotAdapter>();
        services.AddSingleton<ActivityInbox>();
        services.AddSingleton<TeamsRoster>().AddSingleton<TeamsPeople>().AddSingleton<Turns>();
        services.AddSingleton<CardInvoke>().AddSingleton<PlanCards>().AddSingleton<UndeliveredReply>().AddSingleton<TeamsPlaces>();
        services.AddSingleton<ActivityTurns>();
        services.AddHostedService(provider => provider.GetRequiredService<ActivityTurns>());
        services.AddHostedService<AbandonedActivities>();
        return services.AddConnector();
    }

    private static IServiceCollection AddConnector(this IServiceCollection services)
    {
        services.AddSingleton<ConversationPace>().AddSingleton<ConnectorCall>().AddSingleton<ConnectorClient>();
        services.AddDelivery("teams", Channels.Teams).AddDelivery(Channels.Teams, Channels.Teams).AddDelivery(Channels.Emulator, Channels.Emulator);
        services.AddHttpClient(ConnectorCall.HttpClientName, client =>
            {
                client.Timeout = TimeSpan.FromSeconds(10);
                client.MaxResponseContentBufferSize = 64 * 1024;
            })
            .ConfigurePrimaryHttpMessageHandler(ChannelConnection.Handler)
            .AddHttpMessageHandler<ConnectorAuthorization>();
        return services;
    }

    private static IServiceCollection AddDelivery(this IServiceCollection services, string name, string channel) =>
        services.AddSingleton<IDeliveryChannel>(provider => ActivatorUtilities.CreateInstance<TeamsDelivery>(provider, name, channel));
}
